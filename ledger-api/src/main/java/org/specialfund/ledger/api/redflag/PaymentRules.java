package org.specialfund.ledger.api.redflag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        FundRules rules = standards.rules();
        int repeatDays = rules.most("repeatDays", Thresholds.USUAL.repeatDays());
        List<PaymentFacts.Touched> touched = facts.touched(after, upTo);
        List<PaymentRow> standing = payments(touched, PaymentFacts.Touched::standing);
        judge(standing.stream().map(List::of).toList(), alone -> judgeAlone(alone.get(0), standards), all);
        int splitDays = rules.most("splitDays", Thresholds.USUAL.splitDays());
        judge(windows(touched, splitDays, rules), window -> judgeWindow(window, standards), all);
        judge(repeats(standing, repeatDays, rules), same -> judgeRepeats(same, standards), all);
    }

    /**
     * Judges groups of payments by what is read of all of them; where a rule hits, once more with the events that the
     * payments were decided by, which are read of these only.
     */
    private void judge(
            List<List<PaymentRow>> groups, Function<List<PaymentRow>, List<Judgement>> rules, List<Judgement> all) {
        List<List<PaymentRow>> hit = new ArrayList<>();
        for (List<PaymentRow> group : groups) {
            List<Judgement> said = rules.apply(group);
            if (said.stream().anyMatch(judgement -> judgement.verdict().hit() != null)) {
                hit.add(group);
            } else {
                all.addAll(said);
            }
        }
        if (hit.isEmpty()) {
            return;
        }
        Map<String, List<String>> decisions = facts.decisions(
                hit.stream().flatMap(List::stream).map(PaymentRow::reference).collect(Collectors.toSet()));
        for (List<PaymentRow> group : hit) {
            all.addAll(rules.apply(group.stream()
                    .map(row -> row.decidedBy(decisions.getOrDefault(row.reference(), List.of())))
                    .filter(row -> !row.entries().isEmpty())
                    .toList()));
        }
    }

    private List<List<PaymentRow>> windows(List<PaymentFacts.Touched> touched, int days, FundRules rules) {
        List<PaymentRow> limited =
                payments(touched, one -> rules.everLimited(one.payment().fundCode()));
        return limited.isEmpty() ? List.of() : SplitWindows.of(limited, facts.around(limited, days - 1), days);
    }

    private List<List<PaymentRow>> repeats(List<PaymentRow> standing, int days, FundRules rules) {
        List<PaymentRow> equal = standing.isEmpty() ? List.of() : facts.equal(standing, days);
        Set<String> repeated = equal.stream().map(PaymentRow::reference).collect(Collectors.toSet());
        return Repeats.of(
                standing.stream()
                        .filter(row -> repeated.contains(row.reference()))
                        .toList(),
                equal,
                row -> rules.thresholds(row.fundCode(), row.day()).repeatDays());
    }

    private static List<PaymentRow> payments(
            List<PaymentFacts.Touched> touched, Predicate<PaymentFacts.Touched> which) {
        return touched.stream().filter(which).map(PaymentFacts.Touched::payment).toList();
    }

    private static List<Judgement> judgeAlone(PaymentRow row, Standards standards) {
        List<Judgement> all = new ArrayList<>();
        Payment payment = payment(row);
        Thresholds thresholds = standards.rules().thresholds(row.fundCode(), row.day());
        BigDecimal limit = standards.rules().limit(row.fundCode(), row.day());
        all.add(of(new JustUnderLimit(thresholds), row, new JustUnderLimit.Facts(payment, limit)));
        if (limit == null) {
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
            Boolean workingDay =
                    standards.isWorkingDay(row.day(), standards.rules().timeZone(row.fundCode(), row.day()));
            all.add(of(
                    new NonWorkingDay(),
                    row,
                    new NonWorkingDay.Facts(payment, workingDay, standards.periodEnds(row.fundCode(), row.year()))));
        }
        if (row.accountEntry() != null && row.accountKnownAt() != null) {
            all.add(of(
                    new FreshAccount(thresholds),
                    row,
                    new FreshAccount.Facts(
                            payment,
                            row.accountEntry(),
                            standards.rules().dayOf(row.accountKnownAt(), row.fundCode(), row.day()),
                            standards.periodEnds(row.fundCode(), row.year()))));
        }
        return all;
    }

    /** Said once for each payment of the last day. */
    private static List<Judgement> judgeWindow(List<PaymentRow> window, Standards standards) {
        List<PaymentRow> lastDay = SplitWindows.lastDay(window);
        PaymentRow last = lastDay.get(0);
        BigDecimal limit = standards.rules().limit(last.fundCode(), last.day());
        if (limit == null) {
            return List.of();
        }
        Judgement said = Judgement.ofFirst(
                new SplitPayments(standards.rules().thresholds(last.fundCode(), last.day())),
                last.fundCode(),
                last.year(),
                last.reference(),
                new SplitPayments.Facts(
                        window.stream().map(PaymentRules::payment).toList(),
                        limit,
                        standards.periodEnds(last.fundCode(), last.year())));
        return Collections.nCopies(lastDay.size(), said);
    }

    private static List<Judgement> judgeRepeats(List<PaymentRow> same, Standards standards) {
        PaymentRow one = same.get(0);
        List<Payment> others = same.stream().skip(1).map(PaymentRules::payment).toList();
        return List.of(Judgement.ofFirst(
                new RepeatedAmount(standards.rules().thresholds(one.fundCode(), one.day())),
                one.fundCode(),
                one.year(),
                one.reference(),
                new RepeatedAmount.Facts(payment(one), others, standards.periodEnds(one.fundCode(), one.year()))));
    }

    private static <F> Judgement of(Rule<F> rule, PaymentRow row, F facts) {
        return Judgement.of(rule, row.reference(), row.fundCode(), row.year(), facts);
    }

    static Payment payment(PaymentRow row) {
        return new Payment(
                row.entries(), row.reference(), row.payee(), row.amount(), row.returned(), row.day(), row.tranche());
    }
}
