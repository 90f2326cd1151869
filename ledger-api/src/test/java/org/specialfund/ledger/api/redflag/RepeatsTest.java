package org.specialfund.ledger.api.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.core.redflag.rule.Hit;
import org.specialfund.ledger.core.redflag.rule.PeriodEnds;
import org.specialfund.ledger.core.redflag.rule.RepeatedAmount;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.projections.supervision.PaymentRow;

/** A payment beside some others is judged as beside all of them. */
class RepeatsTest {

    private static final Comparator<PaymentRow> IN_ORDER =
            Comparator.comparing(PaymentRow::day).thenComparing(PaymentRow::reference);

    private final RepeatedAmount rule = new RepeatedAmount(Thresholds.USUAL);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRuleSaysWhatItSaysBesideAll(long seed) {
        Random random = new Random(seed);
        List<PaymentRow> all = IntStream.range(0, 600)
                .mapToObj(i -> payment(i, random))
                .sorted(IN_ORDER)
                .toList();

        List<List<PaymentRow>> repeats = Repeats.of(all, all, row -> Thresholds.USUAL.repeatDays());

        assertThat(repeats).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            PaymentRow one = all.get(i);
            List<PaymentRow> group = repeats.get(i);
            assertThat(group.get(0)).isEqualTo(one);
            assertThat(group).hasSizeLessThanOrEqualTo(1 + Repeats.MOST);
            List<PaymentRow> others =
                    all.stream().filter(row -> row != one && isEqual(row, one)).toList();
            assertThat(first(one, group.subList(1, group.size()))).isEqualTo(first(one, others));
        }
        assertThat(repeats).anyMatch(group -> group.size() == 1 + Repeats.MOST);
        assertThat(repeats).anyMatch(group -> group.size() == 1);
    }

    @Test
    void aHundredThatDoNotCountHideNoneThatDoes() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        PaymentRow one = payment("Z-1", day, "60.00", "0", null);
        List<PaymentRow> tranches = IntStream.range(0, 50)
                .mapToObj(i -> payment("A-" + i, day, "60.00", "0", 1))
                .toList();
        List<PaymentRow> returned = IntStream.range(0, 50)
                .mapToObj(i -> payment("B-" + i, day, "60.00", "60.00", null))
                .toList();
        PaymentRow repeat = payment("C-1", day, "60", "0", null);
        List<PaymentRow> equal = Stream.of(tranches, returned, List.of(repeat, one))
                .flatMap(List::stream)
                .toList();

        assertThat(Repeats.of(List.of(one), equal, row -> 30)).containsExactly(List.of(one, repeat));
    }

    @Test
    void twentyThatAreTooFarForItsFundHideNoneThatIsNear() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        PaymentRow one = payment("Z-1", day, "60.00", "0", null);
        PaymentRow near = payment("Y-1", day.minusDays(5), "60.00", "0", null);
        List<PaymentRow> equal = IntStream.range(0, 50)
                .mapToObj(i -> payment("A-" + i, day.minusDays(6), "60.00", "0", null))
                .collect(Collectors.toCollection(ArrayList::new));
        equal.add(near);
        equal.add(one);

        assertThat(Repeats.of(List.of(one), equal, row -> 5)).containsExactly(List.of(one, near));
    }

    /** The first payment that the hit names; null where there is none. */
    private @Nullable String first(PaymentRow one, List<PaymentRow> others) {
        Hit hit = rule.judge(new RepeatedAmount.Facts(
                        PaymentRules.payment(one),
                        others.stream().map(PaymentRules::payment).toList(),
                        PeriodEnds.NONE))
                .hit();
        return hit == null ? null : Objects.requireNonNull(hit.inputs().get("firstPayment"));
    }

    private static boolean isEqual(PaymentRow row, PaymentRow one) {
        return row.payee().equals(one.payee())
                && row.amount().compareTo(one.amount()) == 0
                && row.currency().equals(one.currency());
    }

    private static PaymentRow payment(int number, Random random) {
        return row(
                "R" + random.nextInt(1_000) + "-" + number,
                "T:" + random.nextInt(3),
                new BigDecimal(random.nextBoolean() ? "1" : "1.00").add(BigDecimal.valueOf(random.nextInt(2))),
                random.nextInt(4) == 0 ? "EUR" : "CNY",
                BigDecimal.valueOf(random.nextInt(4) / 3 * 2L),
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(6) == 0 ? random.nextInt(2_000) : random.nextInt(90)),
                random.nextInt(4) == 0 ? 1 : null);
    }

    private static PaymentRow payment(
            String reference, LocalDate day, String amount, String returned, @Nullable Integer tranche) {
        return row(reference, "T:1", new BigDecimal(amount), "CNY", new BigDecimal(returned), day, tranche);
    }

    private static PaymentRow row(
            String reference,
            String payee,
            BigDecimal amount,
            String currency,
            BigDecimal returned,
            LocalDate day,
            @Nullable Integer tranche) {
        return new PaymentRow(
                List.of(reference + "@0"),
                reference,
                "F",
                2026,
                payee,
                "T:0",
                amount,
                currency,
                returned,
                day,
                true,
                tranche,
                null,
                null,
                null,
                null);
    }
}
