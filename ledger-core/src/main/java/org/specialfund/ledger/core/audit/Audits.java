package org.specialfund.ledger.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.specialfund.ledger.core.audit.command.ApproveShortNotice;
import org.specialfund.ledger.core.audit.command.AttachEvidence;
import org.specialfund.ledger.core.audit.command.CloseAudit;
import org.specialfund.ledger.core.audit.command.DrawSample;
import org.specialfund.ledger.core.audit.command.IssueReport;
import org.specialfund.ledger.core.audit.command.PlanAudit;
import org.specialfund.ledger.core.audit.command.ServeNotice;
import org.specialfund.ledger.core.audit.command.StartFieldwork;
import org.specialfund.ledger.core.audit.event.AuditEvent;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.audit.event.FindingAdded;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.audit.event.NoticeServed;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/** How commands reach an audit, alone or with a look at its findings. */
public final class Audits {

    /** What audits bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            AuditEvent.class,
            List.of(Audit.TYPE, Finding.TYPE),
            List.of(),
            Stream.concat(
                            Stream.<Handler<?>>of(
                                    Handler.of(PlanAudit.class, Audits::needs, Audits::plan),
                                    Handler.of(
                                            ServeNotice.class,
                                            (c, lookup, needs) ->
                                                    WorkingCalendar.reads(needs).decides(Audit.key(c.auditNo())),
                                            (c, work) -> serve(c, AuditTerms.of(work, c.auditNo()), work)),
                                    alone(
                                            ApproveShortNotice.class,
                                            ApproveShortNotice::auditNo,
                                            Audits::approveShortNotice),
                                    alone(StartFieldwork.class, StartFieldwork::auditNo, Audits::startFieldwork),
                                    alone(DrawSample.class, DrawSample::auditNo, Audits::draw),
                                    alone(AttachEvidence.class, AttachEvidence::auditNo, Audits::attach),
                                    Handler.of(
                                            IssueReport.class,
                                            (c, lookup, needs) -> withFindings(c.auditNo(), lookup, needs),
                                            Audits::issueReport),
                                    Handler.of(
                                            CloseAudit.class,
                                            (c, lookup, needs) -> withFindings(c.auditNo(), lookup, needs),
                                            Audits::close)),
                            Findings.HANDLERS.stream())
                    .toList(),
            AuditRefusals.class);

    private Audits() {}

    private static void needs(PlanAudit c, Lookup lookup, Needs needs) {
        c.fundCodes().forEach(fundCode -> needs.reads(FundFacts.GATE.key(fundCode)));
        needs.decides(Audit.key(c.auditNo()));
    }

    private static List<Step> plan(PlanAudit c, Work work) {
        Set<String> currencies = new TreeSet<>();
        c.fundCodes()
                .forEach(fundCode -> currencies.add(FundFacts.of(work, fundCode).currency()));
        work.check(() -> Guard.that(currencies.size() == 1, () -> Refusal.of(AuditRefusals.ONE_CURRENCY)
                .with("currencies", String.join(", ", currencies))));
        FundFacts first = FundFacts.of(work, c.fundCodes().get(0));
        AuditPlanned planned = new AuditPlanned(
                c.auditNo(),
                c.title(),
                c.kind(),
                c.fundCodes(),
                c.years(),
                c.team(),
                first.currency(),
                first.rulesOn(LocalDate.MAX).timeZone(),
                c.documentRef(),
                c.documentSha256());
        return List.of(work.on(Audit.key(c.auditNo()), audit -> audit.plan(planned)));
    }

    private static List<Step> serve(ServeNotice c, AuditTerms terms, Work work) {
        work.check(terms::checkInTeam);
        work.check(() -> terms.checkNotInFuture(c.servedOn()));
        NoticeServed served = new NoticeServed(
                c.auditNo(),
                c.servedOn(),
                c.length(),
                c.kindOfDay(),
                earliest(c, work),
                c.documentRef(),
                c.documentSha256());
        return List.of(work.on(Audit.key(c.auditNo()), audit -> audit.serve(served)));
    }

    /** The last day of the notice, which begins on the day after it was served. */
    private static LocalDate earliest(ServeNotice c, Work work) {
        return c.inWorkingDays()
                ? WorkingCalendar.of(work).lastOf(c.length(), c.servedOn().plusDays(1))
                : c.servedOn().plusDays(c.length());
    }

    private static List<Step> approveShortNotice(ApproveShortNotice c, AuditTerms terms, Work work) {
        work.check(terms::checkNotInTeam);
        return List.of(work.on(Audit.key(c.auditNo()), audit -> audit.approveShortNotice(c)));
    }

    private static List<Step> startFieldwork(StartFieldwork c, AuditTerms terms, Work work) {
        work.check(terms::checkInTeam);
        work.check(() -> terms.checkNotInFuture(c.effectiveDate()));
        return List.of(work.on(Audit.key(c.auditNo()), audit -> audit.startFieldwork(c.auditNo(), c.effectiveDate())));
    }

    private static List<Step> draw(DrawSample c, AuditTerms terms, Work work) {
        work.check(terms::checkInTeam);
        // Before the population is read, which may take long.
        Step takes = work.on(Audit.key(c.auditNo()), audit -> audit.checkTakesSample(c.sampleId()));
        if (takes.refusal() != null) {
            return List.of(takes);
        }
        Population population = Population.of(terms.planned(), c.cutOff(), work.lookup()::paid)
                .orElseThrow(() -> Refusal.of(AuditRefusals.CUT_OFF_NOT_SETTLED)
                        .with("cutOff", c.cutOff())
                        .asException());
        Guard.that(!population.items().isEmpty(), () -> Refusal.of(AuditRefusals.EMPTY_POPULATION)
                .with("cutOff", c.cutOff()));
        int negatives = c.negatives() == null ? 0 : c.negatives();
        SampleDrawn drawn = new SampleDrawn(
                c.auditNo(),
                c.sampleId(),
                c.method(),
                c.seed(),
                c.size(),
                negatives,
                c.cutOff(),
                population.sha256(),
                population.items().size(),
                population.sum(),
                terms.planned().currency(),
                Sampling.draw(c.method(), c.seed(), c.size(), negatives, population));
        return List.of(work.on(Audit.key(c.auditNo()), audit -> audit.draw(drawn)));
    }

    private static List<Step> attach(AttachEvidence c, AuditTerms terms, Work work) {
        work.check(terms::checkInTeamOrInspector);
        String findingId = c.findingId();
        if (findingId != null) {
            FindingRaised raised = FindingTerms.of(work, findingId).raised();
            Guard.that(raised.auditNo().equals(c.auditNo()), () -> Refusal.of(AuditRefusals.UNKNOWN_FINDING)
                    .with("findingId", findingId));
        }
        return List.of(work.on(Audit.key(c.auditNo()), audit -> audit.attach(c)));
    }

    private static void withFindings(String auditNo, Lookup lookup, Needs needs) {
        needs.decides(Audit.key(auditNo));
        lookup.all(Audit.key(auditNo)).forEach(event -> {
            if (event instanceof FindingAdded added) {
                needs.decides(Finding.key(added.findingId()));
            }
        });
    }

    private static List<Step> issueReport(IssueReport c, Work work) {
        AuditTerms terms = AuditTerms.of(work, c.auditNo());
        work.check(terms::checkInTeam);
        work.check(() -> terms.checkNotInFuture(c.effectiveDate()));
        Step issued = work.on(Audit.key(c.auditNo()), audit -> audit.issueReport(c));
        work.check(() -> checkNone(AuditRefusals.FINDINGS_UNDECIDED, c.auditNo(), Finding::undecided, work));
        return List.of(issued);
    }

    private static List<Step> close(CloseAudit c, Work work) {
        AuditTerms terms = AuditTerms.of(work, c.auditNo());
        work.check(terms::checkInTeam);
        work.check(() -> terms.checkNotInFuture(c.effectiveDate()));
        Step closed = work.on(Audit.key(c.auditNo()), audit -> audit.close(c));
        if (closed.refusal() == null) {
            work.check(() -> checkNone(AuditRefusals.FINDINGS_OPEN, c.auditNo(), finding -> !finding.ended(), work));
        }
        return List.of(closed);
    }

    /** Refuses where there is any such finding of the audit, naming all. */
    private static void checkNone(RefusalCode code, String auditNo, Predicate<Finding> such, Work work) {
        List<String> found = new ArrayList<>();
        for (String findingId : work.ask(Audit.key(auditNo), Audit::findings)) {
            if (work.ask(Finding.key(findingId), such::test)) {
                found.add(findingId);
            }
        }
        Guard.that(found.isEmpty(), () -> Refusal.of(code).with("findings", String.join(", ", found)));
    }

    /** A command that concerns the audit alone. */
    private static <C extends LedgerCommand> Handler<C> alone(
            Class<C> command, Function<C, String> auditNo, Alone<C> decision) {
        return Handler.of(
                command,
                (c, lookup, needs) -> needs.decides(Audit.key(auditNo.apply(c))),
                (c, work) -> decision.of(c, AuditTerms.of(work, auditNo.apply(c)), work));
    }

    @FunctionalInterface
    private interface Alone<C> {
        List<Step> of(C command, AuditTerms terms, Work work);
    }
}
