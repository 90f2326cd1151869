package org.specialfund.ledger.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationRefusals;
import org.specialfund.ledger.core.allocation.FindingSuspension;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.audit.command.ConfirmFinding;
import org.specialfund.ledger.core.audit.command.EscalateFinding;
import org.specialfund.ledger.core.audit.command.OrderRectification;
import org.specialfund.ledger.core.audit.command.RaiseFinding;
import org.specialfund.ledger.core.audit.command.ReferFinding;
import org.specialfund.ledger.core.audit.command.RespondToFinding;
import org.specialfund.ledger.core.audit.command.ReturnRectification;
import org.specialfund.ledger.core.audit.command.SubmitRectification;
import org.specialfund.ledger.core.audit.command.VerifyRectification;
import org.specialfund.ledger.core.audit.command.WithdrawFinding;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.reversal.ReversalRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * How commands reach a finding, alone or together with its audit, with the allocations that it suspends, or with the
 * red flag that it came from.
 */
public final class Findings {

    static final List<Handler<?>> HANDLERS = List.of(
            Handler.of(
                    RaiseFinding.class,
                    (c, lookup, needs) -> needs(c.auditNo(), c.findingId(), c.unit(), needs),
                    Findings::raise),
            alone(RespondToFinding.class, RespondToFinding::findingId, (c, terms, work) -> {
                work.check(terms::checkOwnUnit);
                return finding -> finding.respond(c);
            }),
            Handler.of(
                    ConfirmFinding.class,
                    (c, lookup, needs) -> withAllocations(c.findingId(), lookup, needs),
                    Findings::confirm),
            Handler.of(
                    WithdrawFinding.class,
                    (c, lookup, needs) -> withAllocations(c.findingId(), lookup, needs),
                    Findings::withdraw),
            alone(OrderRectification.class, OrderRectification::findingId, (c, terms, work) -> {
                work.check(terms.audit()::checkInTeamOrInspector);
                work.check(() -> terms.audit().checkDueLater(c.dueDate()));
                return finding -> finding.order(c, actor(terms));
            }),
            alone(SubmitRectification.class, SubmitRectification::findingId, (c, terms, work) -> {
                work.check(terms::checkOwnUnit);
                return finding -> finding.submit(c, actor(terms));
            }),
            Handler.of(
                    VerifyRectification.class,
                    (c, lookup, needs) -> withAllocations(c.findingId(), lookup, needs),
                    Findings::verify),
            alone(ReturnRectification.class, ReturnRectification::findingId, (c, terms, work) -> {
                work.check(terms.audit()::checkInTeamOrInspector);
                LocalDate dueDate = c.dueDate();
                if (dueDate != null) {
                    work.check(() -> terms.audit().checkDueLater(dueDate));
                }
                return finding -> finding.sendBack(c, actor(terms));
            }),
            alone(
                    EscalateFinding.class,
                    EscalateFinding::findingId,
                    (c, terms, work) ->
                            finding -> finding.escalate(c, terms.audit().today())),
            alone(ReferFinding.class, ReferFinding::findingId, (c, terms, work) -> {
                work.check(terms.audit()::checkInTeamOrInspector);
                return finding -> finding.refer(c);
            }));

    private Findings() {}

    /** Names what {@link #raise} needs. */
    public static void needs(String auditNo, String findingId, String unit, Needs needs) {
        needs.reads(PayeeFacts.GATE.key(unit)).decides(Audit.key(auditNo)).decides(Finding.key(findingId));
    }

    /** Raises a finding in its audit. */
    public static List<Step> raise(RaiseFinding c, Work work) {
        AuditTerms terms = AuditTerms.of(work, c.auditNo());
        PayeeFacts.of(work, c.unit());
        c.entries().forEach(entry -> checkExists(entry, work));
        c.allocationNos().forEach(allocationNo -> checkConcerns(c, allocationNo, terms.planned(), work));
        work.check(terms::checkInTeamOrInspector);
        FindingRaised raised = new FindingRaised(
                c.findingId(),
                c.auditNo(),
                c.title(),
                c.statement(),
                c.severity(),
                c.unit(),
                c.entries(),
                c.allocationNos(),
                terms.actor().id());
        return List.of(
                work.on(Audit.key(c.auditNo()), audit -> audit.addFinding(c.auditNo(), c.findingId())),
                work.on(Finding.key(c.findingId()), finding -> finding.raise(raised)));
    }

    private static void checkExists(String entry, Work work) {
        Guard.that(work.lookup().event(EventRef.of(entry)).isPresent(), () -> Refusal.of(ReversalRefusals.UNKNOWN_ENTRY)
                .with("entry", entry));
    }

    private static void checkConcerns(RaiseFinding c, String allocationNo, AuditPlanned audit, Work work) {
        AllocationBegun begun = work.lookup()
                .first(Allocation.key(allocationNo))
                .map(AllocationBegun.class::cast)
                .filter(event -> event.allocationNo().equals(allocationNo))
                .orElseThrow(() -> Refusal.of(AllocationRefusals.UNKNOWN_ALLOCATION)
                        .with("allocationNo", allocationNo)
                        .asException());
        boolean inScope =
                audit.fundCodes().contains(begun.fundCode()) && audit.years().contains(begun.year());
        work.check(() -> Guard.that(
                inScope, () -> Refusal.of(AuditRefusals.OUTSIDE_AUDIT).with("allocationNo", allocationNo)));
        work.check(() -> Guard.that(begun.recipient().equals(c.unit()), () -> Refusal.of(AuditRefusals.NOT_OF_THE_UNIT)
                .with("allocationNo", allocationNo)
                .with("unit", c.unit())));
    }

    private static void withAllocations(String findingId, Lookup lookup, Needs needs) {
        needs.decides(Finding.key(findingId));
        FindingRaised raised = FindingTerms.find(findingId, lookup);
        if (raised != null && raised.severe()) {
            raised.allocationNos().forEach(allocationNo -> needs.decides(Allocation.key(allocationNo)));
        }
    }

    private static List<Step> confirm(ConfirmFinding c, Work work) {
        FindingTerms terms = FindingTerms.of(work, c.findingId());
        work.check(terms.audit()::checkInTeamOrInspector);
        work.check(() -> terms.audit().checkNotInFuture(c.effectiveDate()));
        List<String> allocations = terms.raised().severe() ? terms.raised().allocationNos() : List.of();
        List<Step> steps = suspensions(c.findingId(), allocations, true, c.effectiveDate(), c.reason(), work);
        List<String> suspended = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            if (!steps.get(place).events().isEmpty()) {
                suspended.add(allocations.get(place));
            }
        }
        steps.add(work.on(Finding.key(c.findingId()), finding -> finding.confirm(c, suspended, actor(terms))));
        return steps;
    }

    private static List<Step> withdraw(WithdrawFinding c, Work work) {
        FindingTerms terms = FindingTerms.of(work, c.findingId());
        List<Step> steps = lifted(terms, c.effectiveDate(), c.reason(), work);
        steps.add(work.on(Finding.key(c.findingId()), finding -> finding.withdraw(c, actor(terms))));
        return steps;
    }

    private static List<Step> verify(VerifyRectification c, Work work) {
        FindingTerms terms = FindingTerms.of(work, c.findingId());
        List<Step> steps = lifted(terms, c.effectiveDate(), c.reason(), work);
        steps.add(work.on(Finding.key(c.findingId()), finding -> finding.verify(c, actor(terms))));
        return steps;
    }

    /** Lifts what the finding suspends: only its own team may. */
    private static List<Step> lifted(FindingTerms terms, LocalDate day, String reason, Work work) {
        work.check(terms.audit()::checkInTeam);
        work.check(() -> terms.audit().checkNotInFuture(day));
        String findingId = terms.raised().findingId();
        List<String> suspended = work.ask(Finding.key(findingId), Finding::suspends);
        return suspensions(findingId, suspended, false, day, reason, work);
    }

    private static List<Step> suspensions(
            String findingId, List<String> allocations, boolean begins, LocalDate day, String reason, Work work) {
        FindingSuspension suspension = new FindingSuspension(findingId, begins, day, reason);
        List<Step> steps = new ArrayList<>();
        allocations.forEach(allocationNo ->
                steps.add(work.on(Allocation.key(allocationNo), allocation -> allocation.suspend(suspension))));
        return steps;
    }

    private static String actor(FindingTerms terms) {
        return terms.audit().actor().id();
    }

    /** A command that concerns the finding alone. */
    private static <C extends LedgerCommand> Handler<C> alone(
            Class<C> command, Function<C, String> findingId, Alone<C> decision) {
        return Handler.of(command, (c, lookup, needs) -> needs.decides(Finding.key(findingId.apply(c))), (c, work) -> {
            String id = findingId.apply(c);
            return List.of(work.on(Finding.key(id), decision.of(c, FindingTerms.of(work, id), work)));
        });
    }

    @FunctionalInterface
    private interface Alone<C> {
        Function<Finding, List<? extends LedgerEvent>> of(C command, FindingTerms terms, Work work);
    }
}
