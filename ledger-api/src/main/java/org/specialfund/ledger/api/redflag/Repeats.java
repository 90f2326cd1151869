package org.specialfund.ledger.api.redflag;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specialfund.ledger.core.redflag.rule.RepeatedAmount;
import org.specialfund.ledger.projections.supervision.PaymentRow;

/**
 * Payments, each followed by those of which it may be a repeat, or they of it: the first of them, as more say no more.
 * So what is judged grows with the payments, and not with the square of those that one payee got of one amount.
 */
final class Repeats {

    /** Of one payment. */
    static final int MOST = 20;

    private Repeats() {}

    /**
     * Each touched payment with others of its amount to its payee.
     *
     * @param equal all payments that may be among them, in order of days and references
     * @param days how far the others may be from a payment
     */
    static List<List<PaymentRow>> of(List<PaymentRow> touched, List<PaymentRow> equal, ToIntFunction<PaymentRow> days) {
        Map<String, TreeMap<LocalDate, List<PaymentRow>>> groups = equal.stream()
                .filter(row -> RepeatedAmount.counts(PaymentRules.payment(row)))
                .collect(Collectors.groupingBy(
                        Repeats::paid, Collectors.groupingBy(PaymentRow::day, TreeMap::new, Collectors.toList())));
        return touched.stream()
                .map(one -> Stream.concat(
                                Stream.of(one),
                                groups
                                        .getOrDefault(paid(one), new TreeMap<>())
                                        .subMap(
                                                one.day().minusDays(days.applyAsInt(one)),
                                                true,
                                                one.day().plusDays(days.applyAsInt(one)),
                                                true)
                                        .values()
                                        .stream()
                                        .flatMap(Collection::stream)
                                        .filter(other -> !other.reference().equals(one.reference()))
                                        .limit(MOST))
                        .toList())
                .toList();
    }

    private static String paid(PaymentRow row) {
        return row.amount().stripTrailingZeros().toPlainString() + row.currency() + "/" + row.payee();
    }
}
