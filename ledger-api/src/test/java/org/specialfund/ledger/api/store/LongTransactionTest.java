package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.projecting.ProjectionsConfiguration;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReportSpending;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Progress;
import org.specialfund.ledger.projections.processing.ProjectionStatus;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/**
 * Two transactions of another node stay open for 30 s while payments on the same accounts commit. One then commits, the
 * other is rolled back.
 */
class LongTransactionTest {

    /** Of the others, none is told of what happens here. */
    private static final List<String> SEE_PAYMENTS =
            List.of("balance", "history", "refusal", "fund", "allocation", "payee", "disbursement", "proposal");

    private static final int HOLD_SECONDS = 30;
    private static final String DATABASE = TestPostgres.newDatabase();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 60;
    private static final LocalDate IN_BETWEEN = FIRST_DAY.plusDays(30);
    private static final String ALLOCATION = "LONG-A";
    private static final List<String> PAYEES = List.of("X-UNIT:LONG1", "X-UNIT:LONG2");

    private static TestLedger here;
    private static TestLedger elsewhere;

    private final Projections projections = here.bean(Projections.class);
    private final Knowledge knowledge = here.bean(Knowledge.class);
    private final Random random = new Random(7);
    private int payments;

    @BeforeAll
    static void start() {
        here = TestLedger.start(DATABASE, ProjectionsConfiguration.class);
        elsewhere = TestLedger.startWithoutCaps(DATABASE);
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
        here.close();
    }

    @Test
    void whatWasOpenForThirtySecondsReachesEveryProjectionAtItsOwnPosition() throws InterruptedException {
        prepare();
        Instant before = now();
        List<Long> late;
        Instant during;
        long seenDuring;
        try (HeldTransaction committed = new HeldTransaction(elsewhere);
                HeldTransaction lost = new HeldTransaction(elsewhere)) {
            late = begin(committed, "LATE", 0);
            List<Long> never = begin(lost, "LOST", 3);
            payUntil(committed, HOLD_SECONDS / 2);
            during = now();
            seenDuring = knowledge.at(during).position();
            assertThat(knowledge.at(during).provisional()).isTrue();
            payUntil(committed, HOLD_SECONDS);
            payUntil(lost, HOLD_SECONDS);

            assertThat(payments).isGreaterThan(300);
            assertThat(committed.positions()).isEqualTo(late);
            assertThat(knowledge.at(now()).provisional()).isTrue();
            assertThat(knowledge.isProvisional(seenDuring)).isTrue();
            assertThat(knowledge.at(before).provisional()).isFalse();
            assertThat(knowledge.isProvisional(knowledge.at(before).position())).isFalse();
            assertThat(events()).extracting(RecordedEvent::position).doesNotContainAnyElementsOf(late);
            checkBalances(never);

            committed.commit();
            lost.rollBack();
        }
        assertThat(projections.await(knowledge.head(), PATIENCE)).isTrue();
        assertThat(events()).extracting(RecordedEvent::position).containsAll(late);
        Knowledge.KnownAt then = knowledge.at(during);
        assertThat(then.provisional()).isFalse();
        assertThat(knowledge.isProvisional(seenDuring)).isFalse();
        // What was recorded by then but committed later belongs to what was known then.
        assertThat(then.position()).isEqualTo(seenDuring);
        checkBalances(late);
        checkProjections();
    }

    /** Two payees, an allocation to pay from, and payments that the two transactions will change. */
    private static void prepare() {
        accepted(here.executor().execute(Commands.establish("LONG")));
        accepted(here.executor().execute(Commands.open("LONG")));
        PAYEES.forEach(payee -> accepted(here.executor().execute(Commands.payee(payee))));
        accepted(here.executor().execute(Commands.appropriate("LONG", "9000000.00", "appropriate-LONG")));
        accepted(here.executor().execute(Commands.issue("LONG", ALLOCATION, PAYEES.get(0), "8000000.00")));
        for (int i = 0; i < 6; i++) {
            accepted(here.executor().execute(Commands.record("LONG-" + i, ALLOCATION, PAYEES.get(0), "100.00")));
        }
    }

    /**
     * Something for every projection. It moves money on accounts that the payments of the others move, too: what was
     * paid to either payee, what is reported. Returns the positions.
     */
    private static List<Long> begin(HeldTransaction transaction, String name, int payment) {
        String payee = "X-UNIT:" + name;
        BigDecimal amount = new BigDecimal("40.00");
        List<Item> items = List.of(
                Commands.clerks(
                        new CorrectPayee("LONG-" + payment, PAYEES.get(1), IN_BETWEEN, "a slip", "doc", null),
                        "correct-" + name),
                report("LONG-" + (payment + 1), "60.00", "report-" + name),
                Commands.clerks(
                        new DemandRecovery("LONG-" + (payment + 2), "a reason", amount, IN_BETWEEN, "doc", null),
                        "demand-" + name),
                Commands.establish(name),
                Commands.open(name),
                Commands.payee(payee),
                Commands.appropriate(name, "100.00", "appropriate-" + name),
                Commands.issue(name, name + "-A", payee, "90.00"),
                Commands.record(name + "-1", name + "-A", payee, "80.00"),
                Commands.clerks(
                        new ProposeCommand(
                                name + "-P",
                                Commands.appropriate(name, "1.00", "").command()),
                        "propose-" + name),
                Commands.record(name + "-2", name + "-A", payee, "80.00"));
        List<Answer> answers = transaction.within(() -> elsewhere.executor().execute(items, false));
        answers.subList(0, items.size() - 1).forEach(LongTransactionTest::accepted);
        assertThat(answers.get(items.size() - 1).outcome().accepted()).isFalse();
        List<Long> positions = transaction.positions();
        assertThat(positions).hasSizeGreaterThan(items.size());
        return positions;
    }

    private static Item report(String reference, String amount, String commandId) {
        return Commands.clerks(
                new ReportSpending(reference, new BigDecimal(amount), FIRST_DAY.plusDays(DAYS), "doc", null),
                commandId);
    }

    /** Pays and reports from the same accounts, until the transaction is that old; the projections keep up. */
    private void payUntil(HeldTransaction transaction, int seconds) {
        while (transaction.seconds() < seconds) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String reference = "LONG-PAID-" + ++payments;
                LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
                items.add(Commands.record(reference, ALLOCATION, PAYEES.get(payments % 2), "1.0" + i, day));
            }
            items.add(report("LONG-PAID-" + payments, "0.50", "reported-" + payments));
            List<Answer> answers = here.executor().execute(items, true);
            answers.forEach(LongTransactionTest::accepted);
            long position = answers.stream().mapToLong(Answer::position).max().orElseThrow();
            assertThat(projections.await(position, PATIENCE)).isTrue();
        }
    }

    /** Balances on both axes are sums over the events, at any position and around these. */
    private void checkBalances(Collection<Long> around) {
        List<RecordedEvent> events = events();
        long last = events.get(events.size() - 1).position();
        TreeSet<Long> positions = new TreeSet<>(List.of(1L, last));
        around.forEach(position -> positions.addAll(List.of(position - 1, position, position + 1)));
        IntStream.range(0, 40).forEach(i -> positions.add(1 + random.nextLong(last)));
        Balances balances = here.bean(Balances.class);
        TreeSet<String> accounts = new TreeSet<>(sums(events, last, null).keySet());
        assertThat(accounts).hasSizeGreaterThan(6);
        for (long position : positions) {
            for (LocalDate day : new LocalDate[] {null, FIRST_DAY.plusDays(random.nextInt(DAYS)), IN_BETWEEN}) {
                Map<String, BigDecimal> sums = sums(events, position, day);
                for (String account : accounts) {
                    assertThat(balances.balance(account, new At(day, position))
                                    .answer()
                                    .orElseThrow()
                                    .balance())
                            .as("%s on %s known at %s", account, day, position)
                            .isEqualByComparingTo(sums.getOrDefault(account, BigDecimal.ZERO));
                }
            }
        }
    }

    private static Map<String, BigDecimal> sums(List<RecordedEvent> events, long position, LocalDate day) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (RecordedEvent event : events) {
            LocalDate effective = EventFields.value(event.event(), "effectiveDate", LocalDate.class);
            if (event.position() <= position && (day == null || effective != null && !effective.isAfter(day))) {
                for (Posting posting : event.event().postings()) {
                    sums.merge(posting.account().name(), posting.amount(), BigDecimal::add);
                }
            }
        }
        return sums;
    }

    /** Each shows what was committed late, nothing of what was rolled back, and is what a rebuild gives. */
    private void checkProjections() throws InterruptedException {
        assertThat(projections.status()).extracting(ProjectionStatus::name).containsAll(SEE_PAYMENTS);
        for (ProjectionStatus status : projections.status()) {
            List<String> live = here.rows(status.name());
            String all = String.join("\n", live).toUpperCase(Locale.ROOT);
            assertThat(all).as(status.name()).doesNotContain("LOST");
            if (SEE_PAYMENTS.contains(status.name())) {
                assertThat(all).as(status.name()).contains("LATE");
            }

            projections.rebuild(status.name());

            assertThat(here.rows(status.name())).as(status.name()).isEqualTo(live);
        }
    }

    private static List<RecordedEvent> events() {
        try {
            return here.bean(EventTable.class).open(Progress.none()).next(1_000_000, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void accepted(Answer answer) {
        assertThat(answer.outcome().refusal()).isNull();
    }

    /** By the clock of the database. */
    private static Instant now() {
        return here.jdbc()
                .queryForObject("select clock_timestamp()", Timestamp.class)
                .toInstant();
    }
}
