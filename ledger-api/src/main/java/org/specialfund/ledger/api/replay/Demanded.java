package org.specialfund.ledger.api.replay;

import java.util.Set;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.processing.EventFields;

/**
 * Who must have stood behind an event: the duty of the command that it came of. Events keep no name of their command, so
 * this says it a second time, from the design's list of people; a test holds it to what commands demand.
 */
final class Demanded {

    /** Most of it: a clerk proposes, an approver confirms. */
    private static final Duty CLERK_AND_APPROVER = Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);

    private static final Duty PLANNER_AND_LEADER = Duty.proposedBy(Role.PLANNER).confirmedBy(Role.LEADER);

    /** Money that came back. */
    private static final Duty CAME_BACK =
            Duty.proposedBy(Role.CLERK, Role.TREASURY).confirmedBy(Role.REVIEWER, Role.APPROVER);

    private static final Duty AUDIT = Duty.of(Role.AUDITOR, Role.INSPECTOR);

    /** The acts of a payment that is decided in the ledger, each by one person of its own. */
    private static final Set<String> PAYMENT =
            Set.of("disbursement.requested", "disbursement.reviewed", "disbursement.approved", "disbursement.settled");

    private Demanded() {}

    /** Whether it is a part of a payment's decision, which is shown as a whole. */
    static boolean decidesPayment(String type) {
        return PAYMENT.contains(type);
    }

    /**
     * The duty behind an event that is no part of a payment's decision.
     *
     * @param type of the event; of the payment's own event by the same command, where there is one
     */
    static Duty of(String type, LedgerEvent event) {
        return switch (type) {
            case "fund.established" ->
                Duty.proposedBy(Role.PLANNER, Role.CLERK).confirmedBy(Role.LEADER, Role.APPROVER);
            case "fund.rules-set" -> firstVersion(event) ? of("fund.established", event) : PLANNER_AND_LEADER;
            case "fund.closed", "fund-year.plan-set" -> PLANNER_AND_LEADER;
            case "fund.suspended" -> Duty.of(Role.LEADER, Role.APPROVER);
            case "fund.resumed" -> Duty.proposedBy(Role.PLANNER, Role.CLERK).confirmedBy(Role.LEADER);
            case "allocation.suspended" -> ofFinding(event) ? AUDIT : Duty.of(Role.LEADER, Role.APPROVER);
            case "allocation.resumed" -> ofFinding(event) ? AUDIT : CLERK_AND_APPROVER;
            case "allocation.tranches-agreed" -> Duty.of(Role.PLANNER, Role.CLERK);
            case "allocation.tranche-condition-confirmed" -> Duty.of(Role.REVIEWER, Role.APPROVER);
            case "disbursement.rejected" -> Duty.of(Role.REVIEWER, Role.APPROVER, Role.LEADER, Role.TREASURY);
            case "disbursement.cancelled", "disbursement.spending-reported" -> Duty.of(Role.UNIT, Role.CLERK);
            case "disbursement.returned", "disbursement.recovery-received" -> CAME_BACK;
            case "disbursement.recovery-waived" -> Duty.proposedBy(Role.CLERK).confirmedBy(Role.LEADER);
            case "reconciliation.statement-received", "reconciliation.item-explained", "reconciliation.signed" ->
                Duty.of(Role.CLERK, Role.TREASURY);
            case "reconciliation.countersigned", "fund.month-signed" -> Duty.of(Role.APPROVER);
            case "red-flag.raised" -> Duty.of(Role.INSPECTOR, Role.AUDITOR, Role.ADMINISTRATOR);
            default -> CLERK_AND_APPROVER;
        };
    }

    private static boolean firstVersion(LedgerEvent event) {
        Integer version = EventFields.value(event, "version", Integer.class);
        return version != null && version == 1;
    }

    /** A severe finding suspends, and its clearance resumes, in the same unit of work. */
    private static boolean ofFinding(LedgerEvent event) {
        String cause = EventFields.text(event, "cause");
        return cause != null && cause.startsWith("finding:");
    }
}
