package org.specialfund.ledger.api.redflag;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specialfund.ledger.core.redflag.rule.BackDated;
import org.specialfund.ledger.core.redflag.rule.DoubleFunding;
import org.specialfund.ledger.core.redflag.rule.DuplicatePaper;
import org.specialfund.ledger.core.redflag.rule.DutiesNearMiss;
import org.specialfund.ledger.core.redflag.rule.FreshAccount;
import org.specialfund.ledger.core.redflag.rule.JustUnderLimit;
import org.specialfund.ledger.core.redflag.rule.OldMoney;
import org.specialfund.ledger.core.redflag.rule.OverBudgetAttempt;
import org.specialfund.ledger.core.redflag.rule.PaidAgainstBar;
import org.specialfund.ledger.core.redflag.rule.Payment;
import org.specialfund.ledger.core.redflag.rule.PeriodEnds;
import org.specialfund.ledger.core.redflag.rule.RecoveryWaived;
import org.specialfund.ledger.core.redflag.rule.RepeatedAmount;
import org.specialfund.ledger.core.redflag.rule.SplitPayments;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.projections.supervision.EntryFacts;
import org.specialfund.ledger.projections.supervision.PaymentFacts;
import org.specialfund.ledger.projections.supervision.PaymentRow;

/** The rules that judge what an event touches. What they read does not grow with the history. Stateless. */
final class EventRules {

    private final Thresholds usual;
    private final PaymentFacts payments;
    private final EntryFacts entries;

    EventRules(Thresholds usual, PaymentFacts payments, EntryFacts entries) {
        this.usual = usual;
        this.payments = payments;
        this.entries = entries;
    }

    /** What the rules say of everything that the events after a position, up to another, touch. */
    List<Judgement> judge(long after, long upTo) {
        List<Judgement> all = new ArrayList<>();
        payments.touched(after, upTo).forEach(row -> judgeAlone(row, all));
        grouped(payments.windows(after, upTo, usual.splitDays()), PaymentRow::group)
                .values()
                .forEach(window -> judgeWindow(window, all));
        grouped(payments.repeats(after, upTo, usual.repeatDays()), PaymentRow::group)
                .values()
                .forEach(same -> judgeRepeats(same, all));
        judgePapers(after, upTo, all);
        judgeProjects(after, upTo, all);
        judgeEntries(after, upTo, all);
        judgeAttempts(after, upTo, all);
        return all;
    }

    private void judgeAlone(PaymentRow row, List<Judgement> all) {
        Payment payment = payment(row);
        if (row.limit() != null) {
            all.add(Judgement.of(
                    new JustUnderLimit(usual),
                    row.reference(),
                    row.fundCode(),
                    row.year(),
                    new JustUnderLimit.Facts(payment, row.limit())));
        }
        all.add(Judgement.of(
                new PaidAgainstBar(),
                row.reference(),
                row.fundCode(),
                row.year(),
                new PaidAgainstBar.Facts(payment, row.despite())));
        if (row.accountEntry() != null && row.accountSince() != null) {
            all.add(Judgement.of(
                    new FreshAccount(usual),
                    row.reference(),
                    row.fundCode(),
                    row.year(),
                    new FreshAccount.Facts(payment, row.accountEntry(), row.accountSince(), dates(row))));
        }
    }

    private void judgeWindow(List<PaymentRow> window, List<Judgement> all) {
        window.stream()
                .filter(row -> row.reference().equals(row.group()))
                .findFirst()
                .ifPresent(last -> {
                    if (last.limit() == null || last.approver() == null) {
                        return;
                    }
                    List<Payment> together = window.stream()
                            .filter(row -> Objects.equals(row.approver(), last.approver()))
                            .map(EventRules::payment)
                            .toList();
                    all.add(Judgement.ofFirst(
                            new SplitPayments(usual),
                            last.fundCode(),
                            last.year(),
                            last.reference(),
                            new SplitPayments.Facts(together, last.limit(), dates(last))));
                });
    }

    private void judgeRepeats(List<PaymentRow> same, List<Judgement> all) {
        same.stream()
                .filter(row -> row.reference().equals(row.group()))
                .findFirst()
                .ifPresent(one -> {
                    List<Payment> others = same.stream()
                            .filter(row -> !row.reference().equals(one.reference()))
                            .map(EventRules::payment)
                            .toList();
                    all.add(Judgement.ofFirst(
                            new RepeatedAmount(usual),
                            one.fundCode(),
                            one.year(),
                            one.reference(),
                            new RepeatedAmount.Facts(payment(one), others, dates(one))));
                });
    }

    private void judgePapers(long after, long upTo, List<Judgement> all) {
        grouped(payments.papers(after, upTo), use -> use.kind() + ":" + use.value())
                .forEach((paper, uses) -> {
                    String kind = uses.get(0).kind();
                    String value = uses.get(0).value();
                    List<String> funds = uses.stream()
                            .map(PaymentFacts.PaperRow::fundCode)
                            .distinct()
                            .toList();
                    all.add(Judgement.of(
                            new DuplicatePaper(),
                            paper,
                            funds.size() == 1 && !funds.get(0).isEmpty() ? funds.get(0) : null,
                            null,
                            new DuplicatePaper.Facts(
                                    kind,
                                    value,
                                    uses.stream().map(EventRules::use).toList())));
                    if (kind.equals("invoice")) {
                        judgeInvoice(value, uses, all);
                    }
                });
    }

    /** One payee's invoice that two funds paid. */
    private static void judgeInvoice(String value, List<PaymentFacts.PaperRow> uses, List<Judgement> all) {
        List<PaymentFacts.PaperRow> paid =
                uses.stream().filter(use -> !use.refused()).toList();
        grouped(paid, PaymentFacts.PaperRow::payee)
                .forEach((payee, ofPayee) -> all.add(Judgement.of(
                        new DoubleFunding(),
                        "invoice:" + payee + "/" + value,
                        null,
                        null,
                        new DoubleFunding.Facts(
                                "invoice",
                                payee,
                                value,
                                ofPayee.stream()
                                        .map(use -> new DoubleFunding.Source(use.entry(), use.fundCode()))
                                        .toList()))));
    }

    private void judgeProjects(long after, long upTo, List<Judgement> all) {
        grouped(payments.projects(after, upTo), row -> row.recipient() + "/" + row.projectNo())
                .forEach((project, rows) -> all.add(Judgement.of(
                        new DoubleFunding(),
                        "project:" + project,
                        null,
                        null,
                        new DoubleFunding.Facts(
                                "project",
                                rows.get(0).recipient(),
                                rows.get(0).projectNo(),
                                rows.stream()
                                        .map(row -> new DoubleFunding.Source(row.entry(), row.fundCode()))
                                        .toList()))));
    }

    private void judgeEntries(long after, long upTo, List<Judgement> all) {
        entries.paid(after, upTo)
                .forEach(row -> all.add(Judgement.of(
                        new BackDated(usual),
                        row.entry(),
                        row.fundCode(),
                        row.year(),
                        new BackDated.Facts(
                                row.entry(),
                                row.effective(),
                                row.recorded(),
                                weekdaysBetween(row.effective(), row.recorded()),
                                new PeriodEnds(row.dates(), row.periodEnds())))));
        entries.waivers(after, upTo)
                .forEach(row -> all.add(Judgement.of(
                        new RecoveryWaived(),
                        row.recoveryId(),
                        row.fundCode(),
                        row.year(),
                        new RecoveryWaived.Facts(row.entries(), row.demanded(), row.waived()))));
        entries.carried(after, upTo)
                .forEach(row -> all.add(Judgement.of(
                        new OldMoney(usual),
                        row.subject(),
                        row.fundCode(),
                        row.year(),
                        new OldMoney.Facts(row.entry(), row.year(), row.originYear()))));
    }

    private void judgeAttempts(long after, long upTo, List<Judgement> all) {
        List<String> codes = Stream.concat(OverBudgetAttempt.CODES.stream(), DutiesNearMiss.CODES.stream())
                .toList();
        List<EntryFacts.AttemptRow> attempts = entries.attempts(after, upTo, codes);
        attempts.forEach(row -> all.add(Judgement.of(
                new DutiesNearMiss(),
                row.eventId(),
                row.fundCode(),
                null,
                new DutiesNearMiss.Facts(row.entry(), row.code(), row.command()))));
        grouped(attempts, row -> row.allocationNo() == null ? "fund:" + row.fundCode() : row.allocationNo())
                .forEach((subject, rows) -> all.add(Judgement.of(
                        new OverBudgetAttempt(),
                        subject,
                        rows.get(0).fundCode(),
                        null,
                        new OverBudgetAttempt.Facts(rows.stream()
                                .map(row -> new OverBudgetAttempt.Attempt(row.entry(), row.code(), row.command()))
                                .toList()))));
    }

    /** Mondays to Fridays after a day, up to and with another; none where that is not later. */
    static int weekdaysBetween(LocalDate after, LocalDate upTo) {
        return after.isBefore(upTo)
                ? (int) after.plusDays(1)
                        .datesUntil(upTo.plusDays(1))
                        .filter(day ->
                                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                        .count()
                : 0;
    }

    private static <R> Map<String, List<R>> grouped(List<R> rows, Function<R, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private static DuplicatePaper.Use use(PaymentFacts.PaperRow row) {
        return new DuplicatePaper.Use(
                row.entry(), row.reference(), row.payee(), row.fundCode(), row.allocationNo(), row.refused());
    }

    private static Payment payment(PaymentRow row) {
        return new Payment(
                row.entries(), row.reference(), row.payee(), row.amount(), row.day(), row.tranche(), row.approver());
    }

    private static PeriodEnds dates(PaymentRow row) {
        return new PeriodEnds(row.dates(), row.periodEnds());
    }
}
