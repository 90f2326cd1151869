package org.specialfund.ledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.TestEvents;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.balance.Balances;

class RebuildTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Account BUDGET = Account.of(AccountKind.APPROPRIATED, "F1", 2025);
    private static final Account UNALLOCATED = Account.of(AccountKind.UNALLOCATED, "F1", 2025);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestEvents events = new TestEvents(database.dataSource());
    private final Balances balances = new Balances(database.dataSource(), database.transactions());
    private final Projections projections = new Projections(
            database.dataSource(),
            database.transactions(),
            events.table(),
            List.of(new BalanceProjection(database.jdbc())),
            Quick.SETTINGS);

    @BeforeEach
    void start() {
        projections.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        projections.close();
        database.close();
    }

    @Test
    void rebuiltTablesEqualThoseThatWereKeptUpToDate() throws Exception {
        long last = 0;
        for (int i = 0; i < 600; i++) {
            last = events.append(appropriated(i)).get(0);
        }
        assertThat(projections.await(last, PATIENCE)).isTrue();
        List<String> live = database.rows("balance");
        List<String> shape = shape();

        projections.rebuild("balance");

        assertThat(database.rows("balance")).isEqualTo(live).hasSizeGreaterThan(1_800);
        assertThat(shape()).isEqualTo(shape);
        assertThat(database.rows("balance_old")).isEmpty();
    }

    @Test
    void aProjectionThatBeginsBehindALongHistoryBeginsWithARebuild() throws Exception {
        projections.close();
        long last = 0;
        for (int i = 0; i < 300; i++) {
            last = events.append(appropriated(i)).get(0);
        }
        projections.start();
        assertThat(projections.await(last, PATIENCE)).isTrue();
        projections.close();
        List<String> live = database.rows("balance");
        long tables = tables();
        database.jdbc().execute("""
                        TRUNCATE balance.account, balance.balance, balance.entry, balance.posting, balance.checkpoint,
                            balance.gap;
                        UPDATE balance.progress SET position = -1
                        """);
        ProjectionRunner.Settings settings = Quick.settings(Duration.ofMillis(40), 300);
        try (Projections anew = new Projections(
                database.dataSource(),
                database.transactions(),
                events.table(),
                List.of(new BalanceProjection(database.jdbc())),
                settings)) {
            anew.start();
            assertThat(anew.await(last, PATIENCE)).isTrue();

            assertThat(database.rows("balance")).isEqualTo(live);
            assertThat(tables()).as("other tables").isNotEqualTo(tables);
            long next = events.append(appropriated(1)).get(0);
            assertThat(anew.await(next, PATIENCE)).isTrue();
        }
    }

    private long tables() {
        return database.jdbc().queryForObject("SELECT 'balance.posting'::regclass::oid", Long.class);
    }

    @Test
    void wrongFiguresAreGoneAfterARebuild() throws Exception {
        long last = events.append(appropriated(0), appropriated(1)).get(1);
        assertThat(projections.await(last, PATIENCE)).isTrue();
        List<String> right = database.rows("balance");
        database.jdbc().update("UPDATE balance.balance SET balance = balance + 1");
        database.jdbc().update("DELETE FROM balance.posting WHERE position = ?", last);

        projections.rebuild("balance");

        assertThat(database.rows("balance")).isEqualTo(right);
    }

    @Test
    void eventsAndQuestionsGoOnDuringARebuild() throws Exception {
        long first = 0;
        for (int i = 0; i < 400; i++) {
            first = events.append(appropriated(i)).get(0);
        }
        assertThat(projections.await(first, PATIENCE)).isTrue();
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong last = new AtomicLong(first);
        AtomicLong asked = new AtomicLong();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread writer = thread(failed, () -> {
            while (!done.get()) {
                last.set(events.append(appropriated(1)).get(0));
            }
        });
        Thread reader = thread(failed, () -> {
            while (!done.get()) {
                // Every entry adds 1: a question that fell between two sets of tables would count differently.
                long position = balances.balance(UNALLOCATED.name(), At.now()).position();
                assertThat(balances.balance(UNALLOCATED.name(), new At(DAY, position))
                                .answer()
                                .orElseThrow()
                                .balance())
                        .isEqualByComparingTo(String.valueOf(position));
                asked.incrementAndGet();
            }
        });
        for (int i = 0; i < 3; i++) {
            projections.rebuild("balance");
        }
        done.set(true);
        writer.join();
        reader.join();

        assertThat(failed.get()).isNull();
        assertThat(asked.get()).isPositive();
        assertThat(projections.await(last.get(), PATIENCE)).isTrue();
        assertThat(last.get()).isGreaterThan(first);
        assertThat(database.jdbc().queryForObject("SELECT count(*) FROM balance.entry", Long.class))
                .isEqualTo(last.get());
        assertThat(projections.standing()).isEmpty();
    }

    @Test
    void waitsForWhoeverIsStillReadingTheOldTables() throws Exception {
        anAppropriationIsProjected();
        List<String> right = database.rows("balance");
        database.jdbc().update("UPDATE balance.balance SET balance = balance + 1");
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread rebuild;
        try (Connection export = database.dataSource().getConnection()) {
            export.setAutoCommit(false);
            export.createStatement().execute("SELECT * FROM balance.balance");
            rebuild = thread(failed, () -> projections.rebuild("balance"));
            // It asked for the tables, and gave up for the moment.
            until(() -> waitingForLocks() > 0, rebuild);
            until(() -> waitingForLocks() == 0, rebuild);
            export.rollback();
        }
        rebuild.join();

        assertThat(failed.get()).isNull();
        assertThat(database.rows("balance")).isEqualTo(right);
    }

    private void anAppropriationIsProjected() throws SQLException {
        long last = events.append(appropriated(0)).get(0);
        assertThat(projections.await(last, PATIENCE)).isTrue();
    }

    private int waitingForLocks() {
        return database.jdbc().queryForObject("SELECT count(*) FROM pg_locks WHERE NOT granted", Integer.class);
    }

    private static void until(BooleanSupplier condition, Thread alive) {
        while (!condition.getAsBoolean()) {
            assertThat(alive.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void aGapThatWasOpenDuringARebuildIsFilledAfterIt() throws Exception {
        try (TestEvents.Open slow = events.open(appropriated(0))) {
            long later = events.append(appropriated(1)).get(0);
            assertThat(projections.await(later, PATIENCE)).isTrue();
            projections.rebuild("balance");
            long late = slow.positions().get(0);
            assertThat(projections.await(late, Duration.ofMillis(200))).isFalse();

            slow.commit();

            assertThat(projections.await(late, PATIENCE)).isTrue();
            assertThat(balances.balance(UNALLOCATED.name(), At.now())
                            .answer()
                            .orElseThrow()
                            .balance())
                    .isEqualByComparingTo("2");
        }
    }

    @Test
    void aRebuildThatFailsLeavesTheOldTablesServing() throws Exception {
        anAppropriationIsProjected();
        List<String> live = database.rows("balance");
        // The copy then has no progress to begin with.
        database.jdbc().execute("ALTER TABLE balance.progress RENAME TO hidden");
        try {
            assertThatThrownBy(() -> projections.rebuild("balance")).isInstanceOf(RuntimeException.class);
        } finally {
            database.jdbc().execute("ALTER TABLE balance.hidden RENAME TO progress");
        }

        assertThat(database.rows("balance")).isEqualTo(live);
        projections.rebuild("balance");
        assertThat(database.rows("balance")).isEqualTo(live);
    }

    /** Columns, defaults, keys and indexes. */
    private List<String> shape() {
        return database.jdbc().queryForList("""
                        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                               || coalesce(column_default, '') || coalesce(collation_name, '') AS shape
                        FROM information_schema.columns WHERE table_schema = 'balance'
                        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'balance'
                        UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint
                            WHERE connamespace = 'balance'::regnamespace
                        ORDER BY 1
                        """, String.class);
    }

    private static Moved appropriated(int number) {
        return Moved.of(BUDGET, UNALLOCATED, "1.00", DAY.minusDays(number % 30));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread thread(AtomicReference<Throwable> failed, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception | AssertionError e) {
                failed.compareAndSet(null, e);
            }
        });
        thread.start();
        return thread;
    }
}
