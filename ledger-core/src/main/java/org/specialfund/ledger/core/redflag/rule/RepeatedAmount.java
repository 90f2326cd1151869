package org.specialfund.ledger.core.redflag.rule;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same payee is paid the same amount again: a weak sign of a duplicate.
 *
 * <p>Formula: two payments of one payee and amount, not more than 30 days apart, neither of a tranche, and something is
 * left of each: what wholly came back and is paid again is no repeat.
 *
 * <p>Source: the office's supervision rules, "weak duplicate". Not to be used where dates are period ends by construction.
 */
public final class RepeatedAmount implements Rule<RepeatedAmount.Facts> {

    private final Thresholds thresholds;

    /** A payment, with others of the same payee and amount. */
    public record Facts(Payment payment, List<Payment> others, PeriodEnds dates) {

        /** Copies the others. */
        public Facts {
            others = List.copyOf(others);
        }
    }

    /** Judges by those thresholds. */
    public RepeatedAmount(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "weak-duplicate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        Payment payment = facts.payment();
        List<Payment> again =
                facts.others().stream().filter(other -> repeats(payment, other)).toList();
        if (!counts(payment) || again.isEmpty()) {
            return Verdict.clear();
        }
        if (facts.dates().byConstruction()) {
            return Verdict.notJudged(PeriodEnds.REASON);
        }
        List<Payment> all = Stream.concat(Stream.of(payment), again.stream())
                .sorted(Comparator.comparing(Payment::day).thenComparing(Payment::reference))
                .toList();
        return Verdict.of(
                Hit.on(all.stream().flatMap(one -> one.entries().stream()).toList())
                        .with("firstPayment", all.get(0).reference())
                        .with("payee", payment.payee())
                        .with("amount", payment.amount())
                        .with("payments", all.size())
                        .against("days", thresholds.repeatDays()));
    }

    private boolean repeats(Payment payment, Payment other) {
        return counts(other)
                && other.payee().equals(payment.payee())
                && other.amount().compareTo(payment.amount()) == 0
                && Math.abs(ChronoUnit.DAYS.between(payment.day(), other.day())) <= thresholds.repeatDays();
    }

    /** Whether it may be a repeat, or be repeated: it is of no tranche, and something of it is left. */
    public static boolean counts(Payment payment) {
        return payment.tranche() == null && !payment.whollyCameBack();
    }
}
