package org.specialfund.ledger.api.redflag;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.specialfund.ledger.core.redflag.rule.FreshAccount;
import org.specialfund.ledger.core.redflag.rule.JustUnderLimit;
import org.specialfund.ledger.core.redflag.rule.NonWorkingDay;
import org.specialfund.ledger.core.redflag.rule.PaidAgainstBar;
import org.specialfund.ledger.core.redflag.rule.PayeeMismatch;
import org.specialfund.ledger.core.redflag.rule.Payment;
import org.specialfund.ledger.core.redflag.rule.RepeatedAmount;
import org.specialfund.ledger.core.redflag.rule.Rule;
import org.specialfund.ledger.core.redflag.rule.SplitPayments;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.projections.supervision.KnownDates;
import org.specialfund.ledger.projections.supervision.PaymentFacts;
import org.specialfund.ledger.projections.supervision.PaymentRow;

/** The rules on payments, alone and beside their neighbours. Stateless. */
final class PaymentRules {

    private final PaymentFacts facts;

    PaymentRules(PaymentFacts facts) {
        this.facts = facts;
    }

    void judge(long after, long upTo, Standards standards, List<Judgement> all) {
        FundThresholds thresholds = standards.thresholds();
        facts.touched(after, upTo).forEach(row -> judgeAlone(row, standards, all));
        int splitDays = thresholds.most("splitDays", Thresholds.USUAL.splitDays());
        Groups.of(facts.windows(after, upTo, splitDays), PaymentRow::group)
                .values()
                .forEach(window -> judgeWindow(window, standards, all));
        int repeatDays = thresholds.most("repeatDays", Thresholds.USUAL.repeatDays());
        Groups.of(facts.repeats(after, upTo, repeatDays), PaymentRow::group)
                .values()
                .forEach(same -> judgeRepeats(same, standards, all));
    }

    private static void judgeAlone(PaymentRow row, Standards standards, List<Judgement> all) {
        Payment payment = payment(row);
        Thresholds thresholds = standards.thresholds().on(row.fundCode(), row.day());
        all.add(of(new JustUnderLimit(thresholds), row, new JustUnderLimit.Facts(payment, row.limit())));
        if (row.limit() == null) {
            // no window is looked for, but that the rule could not be used is counted
            all.add(of(
                    new SplitPayments(thresholds),
                    row,
                    new SplitPayments.Facts(List.of(payment), null, standards.periodEnds(row.fundCode(), row.year()))));
        }
        all.add(of(new PaidAgainstBar(), row, new PaidAgainstBar.Facts(payment, row.despite())));
        KnownDates.OfYear known = standards.dates(row.fundCode(), row.year());
        all.add(of(
                new PayeeMismatch(),
                row,
                new PayeeMismatch.Facts(payment, row.recipient(), known.payments(), known.toOthers())));
        if (row.paid()) {
            Boolean workingDay = standards.isWorkingDay(row.day(), row.timeZone());
            all.add(of(
                    new NonWorkingDay(),
                    row,
                    new NonWorkingDay.Facts(payment, workingDay, standards.periodEnds(row.fundCode(), row.year()))));
        }
        if (row.accountEntry() != null && row.accountSince() != null) {
            all.add(of(
                    new FreshAccount(thresholds),
                    row,
                    new FreshAccount.Facts(
                            payment,
                            row.accountEntry(),
                            row.accountSince(),
                            standards.periodEnds(row.fundCode(), row.year()))));
        }
    }

    private static void judgeWindow(List<PaymentRow> window, Standards standards, List<Judgement> all) {
        PaymentRow last = named(window).orElse(null);
        if (last == null || last.limit() == null || last.approver() == null) {
            return;
        }
        List<Payment> together = window.stream()
                .filter(row -> Objects.equals(row.approver(), last.approver()))
                .map(PaymentRules::payment)
                .toList();
        all.add(Judgement.ofFirst(
                new SplitPayments(standards.thresholds().on(last.fundCode(), last.day())),
                last.fundCode(),
                last.year(),
                last.reference(),
                new SplitPayments.Facts(together, last.limit(), standards.periodEnds(last.fundCode(), last.year()))));
    }

    private static void judgeRepeats(List<PaymentRow> same, Standards standards, List<Judgement> all) {
        PaymentRow one = named(same).orElse(null);
        if (one == null) {
            return;
        }
        List<Payment> others = same.stream()
                .filter(row -> !row.reference().equals(one.reference()))
                .map(PaymentRules::payment)
                .toList();
        all.add(Judgement.ofFirst(
                new RepeatedAmount(standards.thresholds().on(one.fundCode(), one.day())),
                one.fundCode(),
                one.year(),
                one.reference(),
                new RepeatedAmount.Facts(payment(one), others, standards.periodEnds(one.fundCode(), one.year()))));
    }

    /** The payment by which a group is named; empty where it was rejected, cancelled or reversed since. */
    private static Optional<PaymentRow> named(List<PaymentRow> group) {
        return group.stream().filter(row -> row.reference().equals(row.group())).findFirst();
    }

    private static <F> Judgement of(Rule<F> rule, PaymentRow row, F facts) {
        return Judgement.of(rule, row.reference(), row.fundCode(), row.year(), facts);
    }

    private static Payment payment(PaymentRow row) {
        return new Payment(
                row.entries(), row.reference(), row.payee(), row.amount(), row.day(), row.tranche(), row.approver());
    }
}
