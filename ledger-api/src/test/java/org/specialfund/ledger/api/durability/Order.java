package org.specialfund.ledger.api.durability;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing to record, under keys of its own, sent until it is acknowledged. Used by one thread at a time. */
final class Order {

    private final String key;
    private final String user;
    private final String path;
    private final String json;
    private final boolean wantsSecond;
    private @Nullable String answer;

    private Order(String key, String user, String path, String json, boolean wantsSecond) {
        this.key = key;
        this.user = user;
        this.path = path;
        this.json = json;
        this.wantsSecond = wantsSecond;
    }

    /** By one person; the key is that of the request. */
    static Order byOne(String key, String user, String path, String json) {
        return new Order(key, user, path, json, false);
    }

    /** Proposed by a clerk and confirmed by an approver. */
    static Order byTwo(String key, String path, String json) {
        return new Order(key, "clerk", path, json, true);
    }

    String key() {
        return key;
    }

    boolean wantsSecond() {
        return wantsSecond;
    }

    boolean isAcknowledged() {
        return answer != null;
    }

    /** Sends it, for the first time or again; whether it is acknowledged now. */
    boolean send(LedgerClient client) {
        answer = answer(client).map(HttpResponse::body).orElse(null);
        return answer != null;
    }

    /** Whether it gets the same answer again, marked as such. */
    boolean isAnsweredAlike(LedgerClient client) {
        return answer(client)
                .filter(again -> again.body().equals(answer))
                .flatMap(again -> again.headers().firstValue("Idempotent-Replayed"))
                .isPresent();
    }

    @Override
    public String toString() {
        return key;
    }

    private Optional<HttpResponse<String>> answer(LedgerClient client) {
        Optional<HttpResponse<String>> first = client.post(user, path, json, key);
        return !wantsSecond
                ? first
                : first.flatMap(proposed -> client.post(
                        "approver",
                        "/proposals/"
                                + LedgerClient.json(proposed).get("proposalId").asString() + "/confirm",
                        "",
                        key + "-confirm"));
    }
}
