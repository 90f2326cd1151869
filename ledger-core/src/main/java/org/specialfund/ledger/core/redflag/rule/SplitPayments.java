package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments that look like one which was split to stay under the limit.
 *
 * <p>Formula: two or more payments to one payee, approved by one person, dated within 7 days (the first and the last
 * day included), each under the fund's limit for approval, and their sum over it.
 *
 * <p>Source: the office's supervision rules, "split". Not to be used where the fund's rules name no limit, nor where dates are period
 * ends by construction: what was paid in three months would lie on one day.
 */
public final class SplitPayments implements Rule<SplitPayments.Facts> {

    private final Thresholds thresholds;

    /**
     * Payments of one payee, approved by one person, that may belong together.
     *
     * @param limit of the rules in force on the day of the last; null where they name none
     */
    public record Facts(List<Payment> payments, @Nullable BigDecimal limit, PeriodEnds dates) {

        /** Copies the payments. */
        public Facts {
            payments = List.copyOf(payments);
        }
    }

    /** Judges by those thresholds. */
    public SplitPayments(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "split";
    }

    @Override
    public int version() {
        return 1;
    }

    /** Judges the window that ends with the last of the payments. */
    @Override
    public Verdict judge(Facts facts) {
        BigDecimal limit = facts.limit();
        if (limit == null) {
            return Verdict.notJudged("no-limit");
        }
        List<Payment> under = facts.payments().stream()
                .filter(payment -> payment.amount().compareTo(limit) < 0)
                .sorted(Comparator.comparing(Payment::day).thenComparing(Payment::reference))
                .toList();
        if (under.size() < 2) {
            return Verdict.clear();
        }
        Payment last = under.get(under.size() - 1);
        List<Payment> window = under.stream()
                .filter(payment -> payment.day().isAfter(last.day().minusDays(thresholds.splitDays())))
                .toList();
        BigDecimal sum = window.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (window.size() < 2 || sum.compareTo(limit) <= 0) {
            return Verdict.clear();
        }
        if (facts.dates().byConstruction()) {
            return Verdict.notJudged(PeriodEnds.REASON);
        }
        return Verdict.of(Hit.on(window.stream()
                        .flatMap(payment -> payment.entries().stream())
                        .toList())
                .with("firstPayment", window.get(0).reference())
                .with("payee", last.payee())
                .with("payments", window.size())
                .with("sum", sum)
                .with("firstDay", window.get(0).day())
                .with("lastDay", last.day())
                .against("limit", limit)
                .against("days", thresholds.splitDays()));
    }
}
