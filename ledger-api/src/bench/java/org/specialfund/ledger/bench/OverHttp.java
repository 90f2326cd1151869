package org.specialfund.ledger.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Payments over HTTP, 32 kept connections, a token with every request: requested by one person in one request, beside
 * the rival's function behind the same stack; and proposed by one and confirmed by another, in two requests.
 */
final class OverHttp implements Scenario {

    private final String name;
    private final boolean hot;
    private final boolean byTwo;

    private OverHttp(String name, boolean hot, boolean byTwo) {
        this.name = name;
        this.hot = hot;
        this.byTwo = byTwo;
    }

    static OverHttp uniform() {
        return new OverHttp("http.uniform", false, false);
    }

    static OverHttp hot() {
        return new OverHttp("http.hot", true, false);
    }

    /** Proposed by one person and confirmed by another. Stated: the rival knows no such thing. */
    static OverHttp byTwo() {
        return new OverHttp("http.two-people", false, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Bench.Both both = bench.both();
        int port = both.ledger().port();
        String clerk = HttpConnection.token(port, "clerk");
        String approver = HttpConnection.token(port, "approver");
        String rival = "/api/rival/" + (hot ? "queued" : "plain");
        Ways ways =
                byTwo ? connection -> recorded(connection, clerk, approver) : connection -> asked(connection, clerk);
        Figure figure = new Contest(bench)
                .throughput(
                        name,
                        "payments/s",
                        byTwo ? null : Target.atLeast(1),
                        time -> ours(bench, both, ways, time),
                        time -> theirs(bench, port, rival, clerk, time));
        bench.say(name + ": checking the books");
        both.check();
        return List.of(figure);
    }

    private interface Ways {
        Payers.Way over(HttpConnection connection);
    }

    private Sample ours(Bench bench, Bench.Both both, Ways ways, Duration time) throws Exception {
        try (Connections connections = new Connections(both.ledger().port())) {
            return both.payers()
                    .pay(bench, InProcess.CLIENTS, time, hot, client -> ways.over(connections.all.get(client)));
        }
    }

    private Sample theirs(Bench bench, int port, String path, String token, Duration time) throws Exception {
        try (Connections connections = new Connections(port)) {
            Stopwatch watch = new Stopwatch(bench.server());
            long[] nanos = Load.run(InProcess.CLIENTS, time, client -> {
                Payments payments = new Payments(Payers.random(), hot);
                HttpConnection connection = connections.all.get(client);
                return () -> {
                    Payment payment = payments.next();
                    connection.post(path, token, payment.key(), json(payment.key(), payment));
                };
            });
            return watch.sample(nanos.length, nanos);
        }
    }

    /** Requested: the allocation's money is held. */
    private static Payers.Way asked(HttpConnection connection, String token) {
        return (reference, payment) ->
                position(connection.post("/api/v1/disbursements", token, payment.key(), json(reference, payment)));
    }

    /** Recorded in one step, which takes a proposal and its confirmation. */
    private static Payers.Way recorded(HttpConnection connection, String clerk, String approver) {
        return (reference, payment) -> {
            String proposed = connection
                    .post("/api/v1/disbursements/record", clerk, payment.key(), json(reference, payment))
                    .headers()
                    .get("location");
            return position(connection.post(proposed + "/confirm", approver, payment.key(), ""));
        };
    }

    private static long position(HttpConnection.Response response) {
        return Long.parseLong(response.headers().get("x-ledger-position"));
    }

    /** The body of a payment, recorded or asked for. */
    static String json(String reference, Payment payment) {
        return "{\"reference\":\"" + reference + "\",\"allocationNo\":\"" + Items.allocation(payment.allocation())
                + "\",\"payee\":\"" + Items.payee(payment.payee()) + "\",\"amount\":\"" + payment.amount()
                + "\",\"effectiveDate\":\"" + Items.DAY + "\",\"documentRef\":\"document\"}";
    }

    /** Opened for each turn: the server closes what is idle. */
    private static final class Connections implements AutoCloseable {

        private final List<HttpConnection> all = new ArrayList<>();

        Connections(int port) throws IOException {
            for (int client = 0; client < InProcess.CLIENTS; client++) {
                all.add(new HttpConnection(port));
            }
        }

        @Override
        public void close() throws IOException {
            for (HttpConnection connection : all) {
                connection.close();
            }
        }
    }
}
