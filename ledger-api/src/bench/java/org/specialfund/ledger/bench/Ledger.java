package org.specialfund.ledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.LedgerApplication;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application in this JVM, with all its projections, on a database of the server. */
final class Ledger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The names of all projections: their schemas. */
    static final List<String> PROJECTIONS =
            List.of("balance", "history", "refusal", "fund", "allocation", "payee", "disbursement", "proposal");

    private final ConfigurableApplicationContext context;

    private Ledger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on a database; with the rival behind the same HTTP, where there is one. */
    static Ledger start(String url, @Nullable Rival rival, Path directory, String... more) {
        SpringApplication application = rival == null
                ? new SpringApplication(LedgerApplication.class)
                : new SpringApplication(LedgerApplication.class, RivalController.class);
        application.setAdditionalProfiles("demo");
        List<String> options = new ArrayList<>(List.of(
                "--bench.rival=" + (rival == null ? "" : rival.url()),
                "--spring.datasource.url=" + url,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--ledger.data-dir=" + directory.resolve("data"),
                "--logging.threshold.console=off",
                "--logging.file.name=" + directory.resolve("ledger.log")));
        options.addAll(List.of(more));
        return new Ledger(application.run(options.toArray(new String[0])));
    }

    CommandExecutor executor() {
        return context.getBean(CommandExecutor.class);
    }

    Projections projections() {
        return context.getBean(Projections.class);
    }

    Balances balances() {
        return context.getBean(Balances.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Waits until all projections have applied a position. */
    void awaitProjections(long position) {
        if (!projections().await(position, PATIENCE)) {
            throw new IllegalStateException("projections did not reach " + position + ": "
                    + projections().status());
        }
    }

    /** The position of the last event. */
    long head() {
        Long head = jdbc().queryForObject("select max(position) from ledger_event", Long.class);
        return head == null ? 0 : head;
    }

    @Override
    public void close() {
        context.close();
    }
}
