package org.specialfund.ledger.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application in a JVM of its own on a store of a million events: from its start to the first answered question,
 * and its resident memory after it has served payments and questions for a while.
 */
final class Deployed implements Scenario {

    /** The first warms the disk; the last counts. */
    private static final int STARTS = 2;

    private static final Duration SERVING = Duration.ofSeconds(10);
    private static final String BALANCE = "/api/v1/balances?account=available." + Items.allocation(Payments.HOT);

    /** What the log says when a part of the start is over. */
    private static final Map<String, String> PARTS = Map.of(
            "Starting LedgerApplication", "jvm",
            "Start completed.", "connected",
            "Tomcat started", "listens",
            "Started LedgerApplication", "started");

    @Override
    public String name() {
        return "deployed";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        History history = bench.million();
        String url = history.url();
        String clerk = HttpConnection.token(history.ledger().port(), "clerk");
        bench.endAll();
        double seconds = 0;
        Map<String, Object> parts = Map.of();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            bench.say("deployed: start " + (i + 1));
            Instant begun = Instant.now();
            try (Application application = Application.start(bench.settings(), url)) {
                ask(application, clerk);
                seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
                parts = parts(application, begun);
                if (i == STARTS - 1) {
                    bench.say("deployed: serving for " + SERVING.toSeconds() + " s");
                    figures.add(memory(application, clerk, history.events()));
                }
            }
        }
        figures.add(Figure.stated(name() + ".start", seconds, "s", parts));
        return figures;
    }

    private Figure memory(Application application, String clerk, long events) throws Exception {
        double idle = application.residentMegabytes();
        long served = serve(application.awaitPort(), clerk, SERVING);
        return new Figure(
                name() + ".memory",
                application.residentMegabytes(),
                null,
                "MB",
                Target.atMost(700),
                Map.of("started", idle, "requests", served, "events", events));
    }

    private static void ask(Application application, String token) throws IOException, InterruptedException {
        try (HttpConnection connection = new HttpConnection(application.awaitPort())) {
            connection.get(BALANCE, token);
        }
    }

    /** Payments and questions, in turns, by 32 clients. */
    static long serve(int port, String token, Duration time) throws Exception {
        return Load.run(InProcess.CLIENTS, time, client -> {
                    Payments payments = new Payments(Payers.random(), false);
                    HttpConnection connection = connected(port);
                    return () -> {
                        Payment payment = payments.next();
                        connection.post(
                                "/api/v1/disbursements",
                                token,
                                payment.key(),
                                OverHttp.json("D-" + payment.key(), payment));
                        connection.get(BALANCE, token);
                    };
                })
                .length;
    }

    private static HttpConnection connected(int port) {
        try {
            return new HttpConnection(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds after the start at which each part was over. */
    private static Map<String, Object> parts(Application application, Instant begun) throws IOException {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String line : application.said()) {
            JsonNode entry = line.startsWith("{") ? JsonMapper.shared().readTree(line) : null;
            String part = entry == null ? null : part(entry.path("message").asString(""));
            if (part != null) {
                Instant at = Instant.parse(entry.get("@timestamp").asString());
                parts.put(part, Duration.between(begun, at).toMillis() / 1e3);
            }
        }
        return parts;
    }

    private static @Nullable String part(String message) {
        return PARTS.entrySet().stream()
                .filter(part -> message.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
