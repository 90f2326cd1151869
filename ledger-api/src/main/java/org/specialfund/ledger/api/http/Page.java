package org.specialfund.ledger.api.http;

import org.jspecify.annotations.Nullable;

/**
 * A controller's argument: which part of a list, from the parameters {@code limit} and {@code cursor}.
 *
 * @param limit 1 to 500, by default 50
 * @param after the key of the last item that the client has seen; null for the beginning. It came back from the
 *     client: check it like any other input
 */
public record Page(int limit, @Nullable String after) {

    /** The most items of one answer. */
    public static final int MOST = 500;

    /** How many items where the client does not say. */
    public static final int USUAL = 50;

    /** How many rows to fetch: one more than is shown, to know whether there are more. */
    public int fetch() {
        return limit + 1;
    }
}
