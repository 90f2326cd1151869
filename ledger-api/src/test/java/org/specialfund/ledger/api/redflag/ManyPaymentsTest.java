package org.specialfund.ledger.api.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.api.store.Commands;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.projections.supervision.PaymentFacts;
import org.specialfund.ledger.projections.supervision.PaymentRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** One payee is paid thousands of times in one week, out of a fund with a limit for approval. */
class ManyPaymentsTest extends LedgerHttpTest {

    private static final int PAYMENTS = 3_000;
    private static final int WEEK = 7;
    private static final int TOGETHER = 100;
    private static final LocalDate FIRST = LocalDate.of(ENDED, 3, 2);

    @Autowired
    private RedFlagRun run;

    @Autowired
    private CommandExecutor executor;

    @Autowired
    private JdbcTemplate jdbc;

    private final String prefix = fresh("MANY-") + "-";
    private String fund;
    private String allocation;
    private String payee;
    private long before;

    @BeforeEach
    void aFundWithALimitForApproval() {
        fund = limitedFundWith("100000.00", ENDED);
        payee = payee();
        allocation = allocation(fund, ENDED, payee, "100000.00");
        before = head();
    }

    @Test
    void eachIsReadOnceAndTheWindowsAreAsManyAsDays() {
        record(IntStream.range(0, PAYMENTS)
                .mapToObj(i -> payment(i, amount(i).toPlainString(), FIRST.plusDays(i % WEEK)))
                .toList());
        record(List.of(payment(PAYMENTS, amount(PAYMENTS).toPlainString(), FIRST.plusDays(2 * WEEK))));
        caughtUp();

        PaymentFacts facts = new PaymentFacts(jdbc);
        List<PaymentRow> touched = facts.touched(before, head()).stream()
                .map(PaymentFacts.Touched::payment)
                .toList();
        assertThat(touched).hasSize(PAYMENTS + 1);
        List<PaymentRow> around = facts.around(touched, WEEK - 1);
        assertThat(around)
                .extracting(PaymentRow::reference)
                .hasSize(PAYMENTS + 1)
                .doesNotHaveDuplicates();
        assertThat(facts.around(touched.subList(0, 1), WEEK - 1))
                .as("the one two weeks later is far from the first")
                .hasSize(PAYMENTS);

        assertThat(facts.equal(touched, 30)).as("no two are equal").isEmpty();

        List<List<PaymentRow>> windows = SplitWindows.of(touched, around, WEEK);
        assertThat(windows).hasSize(WEEK + 1);
        assertThat(windows.stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(PAYMENTS * WEEK);

        run.follow(RedFlagRuns.LEDGER);
        caughtUp();
        JsonNode flags = ok("auditor", "/red-flags?rule=split&fund=" + fund).get("items");
        assertThat(flags).hasSize(1);
        assertThat(text(flags.get(0), "subject")).isEqualTo(reference(0));
        JsonNode inputs = flags.get(0).get("inputs");
        assertThat(text(inputs, "firstDay")).isEqualTo(FIRST.toString());
        assertThat(text(inputs, "lastDay")).isEqualTo(FIRST.toString());
        int ofFirstDay = (PAYMENTS + WEEK - 1) / WEEK;
        assertThat(text(inputs, "payments")).isEqualTo(Integer.toString(ofFirstDay));
        assertThat(text(inputs, "sum"))
                .isEqualTo(IntStream.range(0, ofFirstDay)
                        .mapToObj(i -> amount(i * WEEK))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString());
    }

    @Test
    void equalOnesAreReadOnceAndRaiseOneFlagThatNamesTheFirst() {
        record(IntStream.range(0, PAYMENTS)
                .mapToObj(i -> payment(i, "1.00", FIRST.plusDays(i % WEEK)))
                .toList());
        caughtUp();

        PaymentFacts facts = new PaymentFacts(jdbc);
        List<PaymentRow> touched = facts.touched(before, head()).stream()
                .map(PaymentFacts.Touched::payment)
                .toList();
        assertThat(touched).hasSize(PAYMENTS);
        assertThat(facts.equal(touched, 30))
                .extracting(PaymentRow::reference)
                .hasSize(PAYMENTS)
                .doesNotHaveDuplicates();
        assertThat(facts.equal(touched.subList(0, 1), 0)).as("those of its day").hasSize((PAYMENTS + WEEK - 1) / WEEK);

        run.follow(RedFlagRuns.LEDGER);
        caughtUp();
        JsonNode flags =
                ok("auditor", "/red-flags?rule=weak-duplicate&fund=" + fund).get("items");
        assertThat(flags).hasSize(1);
        assertThat(text(flags.get(0), "subject")).isEqualTo(reference(0));
        assertThat(text(flags.get(0).get("inputs"), "payments")).isEqualTo(Integer.toString(1 + Repeats.MOST));
        assertThat(flags.get(0).get("entries")).hasSize(1 + Repeats.MOST);
    }

    private void record(List<Item> items) {
        for (int first = 0; first < items.size(); first += TOGETHER) {
            List<Item> some = items.subList(first, Math.min(first + TOGETHER, items.size()));
            executor.execute(new ArrayList<>(some), true)
                    .forEach(answer -> assertThat(answer.outcome().refusal()).isNull());
        }
    }

    private Item payment(int number, String amount, LocalDate day) {
        return Commands.record(reference(number), allocation, payee, amount, day);
    }

    private String reference(int number) {
        return "%s%05d".formatted(prefix, number);
    }

    /** No two are the same, so that none is a repeat. */
    private static BigDecimal amount(int number) {
        return BigDecimal.valueOf(number + 1, 2);
    }

    private void caughtUp() {
        ok("auditor", "/red-flags/counts?minPosition=" + head());
    }

    private long head() {
        return jdbc.queryForObject("select max(position) from ledger_event", Long.class);
    }
}
