package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.projecting.ProjectionsConfiguration;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryEntry;
import org.specialfund.ledger.projections.history.HistoryQuery;
import org.specialfund.ledger.projections.processing.DeadLetter;
import org.specialfund.ledger.projections.processing.ProjectionStatus;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.refusal.RefusalQuery;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.specialfund.ledger.projections.refusal.RefusedAttempt;

/** The projections on the real event store. */
class ProjectionsOnStoreTest {

    private static final String DATABASE = TestPostgres.newDatabase();
    private static final List<String> MONEY =
            List.of("balance", "fund", "allocation", "project", "disbursement", "reconciliation");
    private static final List<String> OTHERS =
            List.of("history", "refusal", "payee", "proposal", "audit", "supervision");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String COPY = """
            insert into ledger_event (event_id, stream, sequence, aggregate_type, occurred_at, type, revision, payload,
                metadata)
            select gen_random_uuid(), '%1$s', 0, 'fund-year', now(), type, revision, payload, metadata
            from ledger_event where type = 'fund-year.budget-appropriated' and stream = 'fund-year:%2$s/2026'
            returning position""";

    private static TestLedger ledger;
    private static Projections projections;
    private static Balances balances;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(DATABASE, ProjectionsConfiguration.class);
        projections = ledger.bean(Projections.class);
        balances = ledger.bean(Balances.class);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void what_was_answered_may_be_read_at_once() {
        long position = fund("Q1");
        long issued = ledger.executor()
                .execute(Commands.issue("Q1", "Q1-A", "X-UNIT:Q1", "40.00"))
                .position();

        assertThat(projections.await(issued, PATIENCE)).isTrue();

        assertThat(unallocated("Q1")).isEqualTo("60.00");
        assertThat(ledger.bean(Allocations.class).find("Q1-A").orElseThrow().available())
                .isEqualTo("40.00");
        assertThat(balances.balance("unallocated.Q1.2026", new At(null, position))
                        .answer()
                        .orElseThrow()
                        .balance())
                .isEqualTo("100.00");
        HistoryEntry last = ledger.bean(History.class)
                .page(HistoryQuery.ofAllocation("Q1-A"), true, null, 1)
                .rows()
                .get(0);
        assertThat(last.type()).isEqualTo("allocation.issued");
        assertThat(last.proposedBy()).isEqualTo("p3");
        assertThat(last.confirmedBy()).isEqualTo("p4");
    }

    @Test
    void a_refused_attempt_is_seen_live_and_after_a_rebuild() throws InterruptedException {
        fund("Q2");
        long refused = ledger.executor()
                .execute(Commands.issue("Q2", "Q2-A", "X-UNIT:Q2", "100.01"))
                .position();
        assertThat(projections.await(refused, PATIENCE)).isTrue();
        RefusalQuery query = new RefusalQuery(null, null, null, "Q2-A", null, null, null);
        Refusals refusals = ledger.bean(Refusals.class);
        List<RefusedAttempt> live = refusals.page(query, null, 10).rows();
        assertThat(live).hasSize(1);

        projections.rebuild("refusal");

        assertThat(refusals.page(query, null, 10).rows()).isEqualTo(live);
    }

    @Test
    void a_transaction_that_commits_late_is_applied_late_at_its_own_position() throws SQLException {
        fund("Q3");
        try (Connection writer = DriverManager.getConnection(DATABASE)) {
            writer.setAutoCommit(false);
            long late = copy(writer, "Q3", "fund-year:late");
            long later = ledger.executor()
                    .execute(Commands.appropriate("Q3", "5.00", "more-Q3"))
                    .position();
            assertThat(projections.await(later, PATIENCE)).isTrue();
            assertThat(late).isLessThan(later);
            assertThat(unallocated("Q3")).isEqualTo("105.00");

            writer.commit();

            assertThat(projections.await(late, PATIENCE)).isTrue();
            assertThat(unallocated("Q3")).isEqualTo("205.00");
            assertThat(balances.balance("unallocated.Q3.2026", new At(null, late))
                            .answer()
                            .orElseThrow()
                            .balance())
                    .isEqualTo("200.00");
        }
    }

    @Test
    void every_projection_is_the_same_after_a_rebuild_from_the_table() throws InterruptedException {
        long position = fund("Q4");
        assertThat(projections.await(position, PATIENCE)).isTrue();
        for (ProjectionStatus status : projections.status()) {
            List<String> live = ledger.rows(status.name());

            projections.rebuild(status.name());

            assertThat(ledger.rows(status.name())).as(status.name()).isEqualTo(live);
        }
    }

    @Test
    void an_event_that_cannot_be_read_stops_projections_of_money_and_is_set_aside_by_the_others()
            throws SQLException, InterruptedException {
        String database = TestPostgres.newDatabase();
        try (TestLedger broken = TestLedger.start(database, ProjectionsConfiguration.class)) {
            long good = broken.executor().execute(Commands.establish("Q5")).position();
            try (Connection writer = DriverManager.getConnection(database);
                    Statement statement = writer.createStatement()) {
                statement.execute("""
                        insert into ledger_event (event_id, stream, sequence, occurred_at, type, payload, metadata)
                        values (gen_random_uuid(), 'x:1', 0, now(), 'x.unknown', '{}', '{}')""");
            }
            Projections stopping = broken.bean(Projections.class);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (stopping.standing().size() < MONEY.size()
                    || stopping.deadLetters().size() < OTHERS.size()) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(10);
            }

            assertThat(stopping.standing()).containsExactlyInAnyOrderElementsOf(MONEY);
            assertThat(stopping.status())
                    .filteredOn(status -> MONEY.contains(status.name()))
                    .allSatisfy(status -> {
                        assertThat(status.position()).isEqualTo(good);
                        assertThat(status.failure().error()).contains("x.unknown");
                    });
            assertThat(stopping.deadLetters())
                    .extracting(DeadLetter::projection)
                    .containsExactlyInAnyOrderElementsOf(OTHERS);
            assertThat(stopping.deadLetters()).allSatisfy(letter -> {
                assertThat(letter.position()).isGreaterThan(good);
                assertThat(letter.type()).isEqualTo("x.unknown");
            });
        }
    }

    /** A fund with 100.00 in 2026, and a payee. */
    private static long fund(String code) {
        ledger.executor().execute(Commands.establish(code));
        ledger.executor().execute(Commands.open(code));
        ledger.executor().execute(Commands.payee("X-UNIT:" + code));
        return ledger.executor()
                .execute(Commands.appropriate(code, "100.00", "appropriate-" + code))
                .position();
    }

    private static BigDecimal unallocated(String fund) {
        return balances.balance("unallocated." + fund + ".2026", At.now())
                .answer()
                .orElseThrow()
                .balance();
    }

    private static long copy(Connection writer, String fund, String stream) throws SQLException {
        try (Statement statement = writer.createStatement();
                ResultSet row =
                        statement.executeQuery(COPY.formatted(stream, fund.toLowerCase(java.util.Locale.ROOT)))) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
