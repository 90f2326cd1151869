package org.specialfund.ledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.payee.event.PayeeUnbarred;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.TestEvents;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.payee.PayeeProjection;

class ProjectionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Account BUDGET = Account.of(AccountKind.APPROPRIATED, "F1", 2025);
    private static final Account UNALLOCATED = Account.of(AccountKind.UNALLOCATED, "F1", 2025);
    private static final Account AVAILABLE = Account.of(AccountKind.AVAILABLE, "F1", 2025, "A1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestEvents events = new TestEvents(database.dataSource());
    private final Balances balances = new Balances(database.dataSource(), database.transactions());
    private Projections projections = projections();

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
    void eventsAreAppliedAndMayBeWaitedFor() throws Exception {
        long position =
                events.append(appropriated("10.00"), appropriated("5.00")).get(1);

        assertThat(projections.await(position, PATIENCE)).isTrue();
        assertThat(unallocated()).isEqualByComparingTo("15");
        assertThat(projections.await(position + 1, Duration.ofMillis(50))).isFalse();
        assertThat(projections.status()).singleElement().satisfies(status -> {
            assertThat(status.position()).isEqualTo(position);
            assertThat(status.lag()).isZero();
            assertThat(status.failure()).isNull();
        });
    }

    @Test
    void aTransactionThatCommitsLateIsAppliedLate() throws Exception {
        events.append(appropriated("10.00"));
        long later;
        try (TestEvents.Open slow = events.open(appropriated("3.00"))) {
            later = events.append(appropriated("5.00")).get(0);
            long late = slow.positions().get(0);
            assertThat(late).isLessThan(later);
            assertThat(projections.await(later, PATIENCE)).isTrue();
            assertThat(unallocated()).isEqualByComparingTo("15");
            assertThat(projections.await(late, Duration.ofMillis(50))).isFalse();

            slow.commit();

            assertThat(projections.await(late, PATIENCE)).isTrue();
            assertThat(unallocated()).isEqualByComparingTo("18");
            assertThat(balances.balance(UNALLOCATED.name(), new At(null, late))
                            .answer()
                            .orElseThrow()
                            .balance())
                    .isEqualByComparingTo("13");
        }
    }

    @Test
    void aLateTransactionIsAppliedAlsoAfterARestart() throws Exception {
        try (TestEvents.Open slow = events.open(appropriated("3.00"))) {
            long later = events.append(appropriated("5.00")).get(0);
            assertThat(projections.await(later, PATIENCE)).isTrue();
            projections.close();
            slow.commit();
            projections = projections();
            projections.start();

            assertThat(projections.await(slow.positions().get(0), PATIENCE)).isTrue();
            assertThat(unallocated()).isEqualByComparingTo("8");
        }
    }

    @Test
    void itStandsStillBeforeTheEventThatCannotBeRightAndShowsIt() throws Exception {
        List<Long> positions = events.append(
                appropriated("10.00"), Moved.of(UNALLOCATED, AVAILABLE, "10.01", DAY), appropriated("1.00"));

        until(() -> !projections.standing().isEmpty());

        assertThat(unallocated()).isEqualByComparingTo("10");
        ProjectionStatus status = projections.status().get(0);
        assertThat(status.position()).isEqualTo(positions.get(0));
        assertThat(status.lag()).isEqualTo(2);
        assertThat(status.failure()).satisfies(failure -> {
            assertThat(failure.position()).isEqualTo(positions.get(1));
            assertThat(failure.type()).isEqualTo("test.moved");
            assertThat(failure.error()).contains("-0.01").contains(UNALLOCATED.name());
        });
    }

    @Test
    void itStandsStillBeforePostingsThatDoNotSumToZero() throws Exception {
        BigDecimal one = new BigDecimal("1.00");
        events.append(appropriated("10.00"), Moved.of(UNALLOCATED, one, DAY, List.of(new Posting(UNALLOCATED, one))));

        until(() -> !projections.standing().isEmpty());

        assertThat(unallocated()).isEqualByComparingTo("10");
        assertThat(projections.status().get(0).failure().error()).contains("leaves 1.00");
    }

    @Test
    void itGoesOnByItselfWhenTheCauseIsGone() throws Exception {
        database.jdbc().execute("ALTER TABLE balance.entry RENAME TO hidden");
        long position = events.append(appropriated("10.00")).get(0);
        until(() -> !projections.standing().isEmpty());

        database.jdbc().execute("ALTER TABLE balance.hidden RENAME TO entry");

        assertThat(projections.await(position, PATIENCE)).isTrue();
        until(() -> projections.standing().isEmpty());
        assertThat(unallocated()).isEqualByComparingTo("10");
    }

    @Test
    void anEventThatWasAppliedIsRefused() throws Exception {
        long position = events.append(appropriated("10.00")).get(0);
        assertThat(projections.await(position, PATIENCE)).isTrue();
        List<RecordedEvent> again = events.table().open(Progress.none()).next(1, Duration.ZERO);

        assertThatThrownBy(() -> Applying.apply(database, new BalanceProjection(database.jdbc()), again))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("position " + position);
        assertThat(unallocated()).isEqualByComparingTo("10");
    }

    @Test
    void twoNodesApplyEveryEventOnce() throws Exception {
        try (Projections other = projections()) {
            other.start();
            long last = 0;
            for (int i = 0; i < 300; i++) {
                last = events.append(appropriated("1.00")).get(0);
            }

            assertThat(projections.await(last, PATIENCE)).isTrue();
            assertThat(other.await(last, PATIENCE)).isTrue();
            assertThat(unallocated()).isEqualByComparingTo("300");
            assertThat(projections.standing()).isEmpty();
            assertThat(other.standing()).isEmpty();
        }
    }

    @Test
    void whatIsNotWantedIsGonePastWithTheNextOrWhenSomebodyWaits() throws Exception {
        try (Projections patient = ofPayees(Duration.ofHours(1))) {
            patient.start();
            long first = events.append(appropriated("1.00")).get(0);
            assertThat(patient.await(first, PATIENCE)).isTrue();
            assertThat(position("payee")).isEqualTo(first);

            long unwanted = events.append(appropriated("2.00")).get(0);
            assertThat(projections.await(unwanted, PATIENCE)).isTrue();
            long wanted = events.append(new PayeeUnbarred("P1", DAY, "过期", "锡财监〔2025〕3号", null))
                    .get(0);
            until(() -> position("payee") == wanted);
        }
    }

    @Test
    void whatIsNotWantedIsGonePastAfterAWhile() throws Exception {
        try (Projections quick = ofPayees(Duration.ofMillis(40))) {
            quick.start();
            long last = events.append(appropriated("1.00")).get(0);

            until(() -> position("payee") == last);
        }
    }

    @Test
    void whatCannotBeReadAfterWhatIsNotWantedIsSetAsideByItself() throws Exception {
        Moved spoilt = appropriated("2.00");
        try (Projections patient = ofPayees(Duration.ofHours(1));
                TestEvents.Open late = events.open(spoilt)) {
            patient.start();
            long first = events.append(appropriated("1.00")).get(0);
            events.spoil(spoilt);
            late.commit();
            long last = events.append(appropriated("3.00")).get(0);

            assertThat(patient.await(last, PATIENCE)).isTrue();
            assertThat(patient.await(first, PATIENCE)).isTrue();
            assertThat(patient.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.position())
                    .isEqualTo(late.positions().get(0)));
        }
    }

    private Projections ofPayees(Duration idle) {
        return new Projections(
                database.dataSource(),
                database.transactions(),
                events.table(),
                List.of(new PayeeProjection(database.jdbc())),
                Quick.settings(idle, 100_000));
    }

    private long position(String projection) {
        Long position =
                database.jdbc().queryForObject("SELECT position FROM %s.progress".formatted(projection), Long.class);
        return position == null ? Progress.BEFORE_ALL : position;
    }

    private Projections projections() {
        return new Projections(
                database.dataSource(),
                database.transactions(),
                events.table(),
                List.of(new BalanceProjection(database.jdbc())),
                Quick.SETTINGS);
    }

    private BigDecimal unallocated() {
        return balances.balance(UNALLOCATED.name(), At.now())
                .answer()
                .orElseThrow()
                .balance();
    }

    private static Moved appropriated(String amount) {
        return Moved.of(BUDGET, UNALLOCATED, amount, DAY);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }
}
