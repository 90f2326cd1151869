package org.specialfund.ledger.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A command whose transaction stands idle for too long, as when the application is paused in the middle of it. */
class IdleTransactionTest extends LedgerHttpTest {

    private static final String CAP = "idle_in_transaction_session_timeout";

    @Autowired
    private CommandBus bus;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void isEndedByTheDatabaseAndMaySafelyBeSentAgain() {
        assertThat(jdbc.queryForObject("show " + CAP, String.class)).isEqualTo("15s");
        assertThat(jdbc.queryForObject("show transaction_timeout", String.class))
                .isEqualTo("30s");
        String payee = "TEST:" + fresh("IDLE-");
        var write = post(
                "clerk",
                "/api/v1/payees",
                "{\"payee\": \"" + payee + "\", \"kind\": \"organisation\", \"name\": \"市数据局\"}");
        long before = recorded();

        // Decided, not yet appended; the cap of this one transaction is shorter, so that nobody waits for it.
        Registration stalls = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            Object decided = chain.proceed();
            Integer session = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
            jdbc.queryForObject("select set_config('" + CAP + "', '100ms', true)", String.class);
            await().until(() -> isGone(session));
            return decided;
        });
        try {
            var problem = problem(send(write), 503, "busy");
            assertThat(problem.get("detail").asString()).contains("try again");
        } finally {
            stalls.cancel();
        }
        assertThat(recorded()).isEqualTo(before);

        assertThat(send(write).statusCode()).isEqualTo(201);
        assertThat(recorded()).isEqualTo(before + 2);
    }

    /** Events and commands. */
    private long recorded() {
        return jdbc.queryForObject(
                "select (select count(*) from ledger_event) + (select count(*) from command_log)", Long.class);
    }

    /** Asked on a connection of its own: this thread's is that of the transaction. */
    private boolean isGone(int session) {
        try (var connection = jdbc.getDataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select 1 from pg_stat_activity where pid = " + session)) {
            return !row.next();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
