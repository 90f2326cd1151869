package org.specialfund.ledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.TestEvents;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.history.HistoryProjection;

/** What becomes of an event that cannot be taken, where no money is added up, and where it is. */
class DeadLettersTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestEvents events = new TestEvents(database.dataSource());
    private final Projections projections = new Projections(
            database.dataSource(),
            database.transactions(),
            events.table(),
            List.of(new HistoryProjection(database.jdbc()), new BalanceProjection(database.jdbc())),
            Quick.SETTINGS);

    @AfterEach
    void stop() throws InterruptedException {
        projections.close();
        database.close();
    }

    @Test
    void anEventThatCannotBeReadIsSetAsideItsStreamWaitsAndMoneyStandsStill() throws Exception {
        events.spoil(moved(2));
        List<Long> own = events.appendTo("test:own", moved(1), moved(2), moved(3));
        long other = events.append(moved(4)).get(0);
        projections.start();

        until(() -> inHistory().contains(other));
        until(() -> projections.standing().equals(List.of("balance")));
        assertThat(inHistory()).containsExactly(own.get(0), other);
        assertThat(projections.deadLetters()).hasSize(2);
        assertThat(projections.deadLetters().get(0)).satisfies(letter -> {
            assertThat(letter.projection()).isEqualTo("history");
            assertThat(letter.position()).isEqualTo(own.get(1));
            assertThat(letter.error()).contains("spoilt");
            assertThat(letter.attempts()).isEqualTo(1);
        });
        assertThat(projections.deadLetters().get(1)).satisfies(letter -> {
            assertThat(letter.position()).isEqualTo(own.get(2));
            assertThat(letter.error()).isNull();
        });
        long later = events.appendTo("test:own2", moved(5)).get(0);
        until(() -> inHistory().contains(later));

        assertThat(projections.retry(projections.deadLetters())).isZero();
        assertThat(projections.deadLetters())
                .extracting(DeadLetter::attempts)
                .as("the second one still waits")
                .containsExactly(2, 0);

        events.cure();
        assertThat(projections.retry(projections.deadLetters())).isEqualTo(2);
        assertThat(projections.deadLetters()).isEmpty();
        assertThat(projections.await(later, PATIENCE)).isTrue();
        assertThat(inHistory()).hasSize(5);
        until(() -> projections.standing().isEmpty());
    }

    @Test
    void whatComesLaterToAStreamThatWaitsWaitsToo() throws Exception {
        projections.start();
        database.jdbc().execute("ALTER TABLE history.event ADD CONSTRAINT spoilt CHECK (stream <> 'test:own')");
        events.appendTo("test:own", moved(1));
        until(() -> projections.deadLetters().size() == 1);
        database.jdbc().execute("ALTER TABLE history.event DROP CONSTRAINT spoilt");
        long waiting = events.appendTo("test:own", moved(2)).get(0);
        long other = events.append(moved(3)).get(0);

        assertThat(projections.await(other, PATIENCE)).isTrue();
        assertThat(inHistory()).containsExactly(other);
        assertThat(projections.deadLetters()).extracting(DeadLetter::position).contains(waiting);
        assertThat(projections.retry(projections.deadLetters())).isEqualTo(2);
        assertThat(inHistory()).hasSize(3);
    }

    @Test
    void aRebuildTriesEverythingAnewAndSetsAsideWhatStillCannotBeRead() throws Exception {
        events.spoil(moved(2));
        long last = events.append(moved(1), moved(2), moved(3)).get(2);
        projections.start();
        until(() -> inHistory().contains(last));

        projections.rebuild("history");
        assertThat(projections.deadLetters()).hasSize(1);
        assertThat(inHistory()).hasSize(2);

        events.cure();
        projections.rebuild("history");
        assertThat(projections.deadLetters()).isEmpty();
        assertThat(inHistory()).hasSize(3);
    }

    @Test
    void nothingIsSetAsideForWhatIsNotTheEventsFault() throws Exception {
        database.jdbc().execute("ALTER TABLE history.event RENAME TO hidden");
        long position = events.append(moved(1)).get(0);
        projections.start();

        until(() -> projections.standing().contains("history"));
        assertThat(projections.deadLetters()).isEmpty();

        database.jdbc().execute("ALTER TABLE history.hidden RENAME TO event");
        assertThat(projections.await(position, PATIENCE)).isTrue();
        assertThat(inHistory()).containsExactly(position);
    }

    @Test
    void tooManyAreNoAccidentOfAnEvent() throws Exception {
        database.jdbc().execute("""
                INSERT INTO history.dead_letter (position, recorded_at, event_id, stream, type, attempts)
                SELECT -n, now(), n, 'test:' || n, 'test.moved', 1 FROM generate_series(1, 1000) n
                """);
        events.spoil(moved(1));
        events.append(moved(1));
        projections.start();

        until(() -> projections.standing().contains("history"));
        assertThat(projections.deadLetters()).hasSize(1000);
    }

    private List<Long> inHistory() {
        return database.jdbc().queryForList("SELECT position FROM history.event ORDER BY 1", Long.class);
    }

    private static Moved moved(int amount) {
        return Moved.of(
                Account.of(AccountKind.APPROPRIATED, "F1", 2025),
                Account.of(AccountKind.UNALLOCATED, "F1", 2025),
                amount + ".00",
                DAY);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }
}
