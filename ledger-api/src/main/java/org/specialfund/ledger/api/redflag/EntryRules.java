package org.specialfund.ledger.api.redflag;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.specialfund.ledger.core.redflag.rule.BackDated;
import org.specialfund.ledger.core.redflag.rule.DutiesNearMiss;
import org.specialfund.ledger.core.redflag.rule.OldMoney;
import org.specialfund.ledger.core.redflag.rule.OverBudgetAttempt;
import org.specialfund.ledger.core.redflag.rule.OverdueRectification;
import org.specialfund.ledger.core.redflag.rule.RecoveryWaived;
import org.specialfund.ledger.core.redflag.rule.SlowPipeline;
import org.specialfund.ledger.projections.supervision.CaseFacts;
import org.specialfund.ledger.projections.supervision.EntryFacts;

/** The rules on single entries, refused attempts, projects and findings. Stateless. */
final class EntryRules {

    private final EntryFacts entries;
    private final CaseFacts cases;

    EntryRules(EntryFacts entries, CaseFacts cases) {
        this.entries = entries;
        this.cases = cases;
    }

    void judge(long after, long upTo, Standards standards, List<Judgement> all) {
        entries.paid(after, upTo).forEach(row -> all.add(backDated(row, standards)));
        entries.waivers(after, upTo)
                .forEach(row -> all.add(Judgement.of(
                        new RecoveryWaived(),
                        row.recoveryId(),
                        row.fundCode(),
                        row.year(),
                        new RecoveryWaived.Facts(row.entries(), row.demanded(), row.waived()))));
        entries.carried(after, upTo)
                .forEach(row -> all.add(Judgement.of(
                        new OldMoney(standards.rules().thresholds(row.fundCode(), row.day())),
                        row.subject(),
                        row.fundCode(),
                        row.year(),
                        new OldMoney.Facts(row.entry(), row.year(), row.originYear()))));
        cases.pipelines(after, upTo).forEach(row -> all.add(pipeline(row, standards.rules())));
        cases.overdue(after, upTo)
                .forEach(row -> all.add(Judgement.of(
                        new OverdueRectification(),
                        row.findingId() + "/" + row.dueDate(),
                        row.fundCode(),
                        row.year(),
                        new OverdueRectification.Facts(row.entries(), row.dueDate(), row.notedOn()))));
        judgeAttempts(after, upTo, all);
    }

    private static Judgement backDated(EntryFacts.PaidRow row, Standards standards) {
        FundRules rules = standards.rules();
        LocalDate recorded = rules.dayOf(row.recordedAt(), row.fundCode(), row.effective());
        String timeZone = rules.timeZone(row.fundCode(), row.effective());
        return Judgement.of(
                new BackDated(rules.thresholds(row.fundCode(), row.effective())),
                row.entry(),
                row.fundCode(),
                row.year(),
                new BackDated.Facts(
                        row.entry(),
                        row.effective(),
                        recorded,
                        standards.workingDays(row.effective(), recorded, timeZone),
                        standards.periodEnds(row.fundCode(), row.year())));
    }

    private static Judgement pipeline(CaseFacts.PipelineRow row, FundRules rules) {
        List<String> rests = Stream.of(row.application(), row.entry())
                .filter(Objects::nonNull)
                .toList();
        return Judgement.of(
                new SlowPipeline(rules.thresholds(row.fundCode(), row.allocated())),
                row.projectNo(),
                row.fundCode(),
                row.year(),
                new SlowPipeline.Facts(rests, row.applied(), row.allocated()));
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
        Groups.of(attempts, row -> row.allocationNo() == null ? "fund:" + row.fundCode() : row.allocationNo())
                .forEach((subject, rows) -> all.add(Judgement.of(
                        new OverBudgetAttempt(),
                        subject,
                        rows.get(0).fundCode(),
                        null,
                        new OverBudgetAttempt.Facts(rows.stream()
                                .map(row -> new OverBudgetAttempt.Attempt(row.entry(), row.code(), row.command()))
                                .toList()))));
    }
}
