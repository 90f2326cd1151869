package org.specialfund.ledger.core.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.audit.command.ConfirmFinding;
import org.specialfund.ledger.core.audit.command.EscalateFinding;
import org.specialfund.ledger.core.audit.command.OrderRectification;
import org.specialfund.ledger.core.audit.command.ReferFinding;
import org.specialfund.ledger.core.audit.command.RespondToFinding;
import org.specialfund.ledger.core.audit.command.ReturnRectification;
import org.specialfund.ledger.core.audit.command.SubmitRectification;
import org.specialfund.ledger.core.audit.command.VerifyRectification;
import org.specialfund.ledger.core.audit.command.WithdrawFinding;
import org.specialfund.ledger.core.audit.event.FindingConfirmed;
import org.specialfund.ledger.core.audit.event.FindingEscalated;
import org.specialfund.ledger.core.audit.event.FindingEvent;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.audit.event.FindingReferred;
import org.specialfund.ledger.core.audit.event.FindingResponded;
import org.specialfund.ledger.core.audit.event.FindingWithdrawn;
import org.specialfund.ledger.core.audit.event.RectificationOrdered;
import org.specialfund.ledger.core.audit.event.RectificationReturned;
import org.specialfund.ledger.core.audit.event.RectificationSubmitted;
import org.specialfund.ledger.core.audit.event.RectificationVerified;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** A finding, from being raised by one person and confirmed by another to its correction, or another end. */
@AggregateRoot(type = "finding")
@Revision("1")
public class Finding {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Finding> TYPE = new AggregateType<>(Finding.class, "finding", 21, Finding::new);

    private static final String RAISED = "raised";
    private static final String CONFIRMED = "confirmed";
    private static final String ORDERED = "to-be-corrected";
    private static final String SUBMITTED = "correction-submitted";
    private static final String WITHDRAWN = "withdrawn";
    private static final String CLEARED = "cleared";
    private static final String REFERRED = "referred";
    private static final Set<String> ENDED = Set.of(WITHDRAWN, CLEARED, REFERRED);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private @Nullable String findingId;
    private String state = RAISED;
    private String raisedBy = "";
    private String submittedBy = "";
    private List<String> suspends = List.of();
    private @Nullable LocalDate dueDate;
    private @Nullable LocalDate escalated;

    Finding() {}

    /** The key of a finding. */
    public static AggregateKey<Finding> key(String findingId) {
        return TYPE.key(findingId);
    }

    List<FindingEvent> raise(FindingRaised raised) {
        Guard.notTaken(findingId, raised.findingId(), AuditRefusals.FINDING_EXISTS, "findingId");
        return List.of(raised);
    }

    List<FindingEvent> respond(RespondToFinding c) {
        checkIs(RAISED, CONFIRMED, ORDERED, SUBMITTED);
        return List.of(new FindingResponded(c.findingId(), c.response(), c.documentRef(), c.documentSha256()));
    }

    List<FindingEvent> confirm(ConfirmFinding c, List<String> suspended, String actor) {
        checkNot(raisedBy, actor);
        checkIs(RAISED);
        return List.of(new FindingConfirmed(c.findingId(), c.effectiveDate(), c.reason(), suspended, actor));
    }

    /** Once confirmed it is two people's decision: who raised it does not undo it alone. */
    List<FindingEvent> withdraw(WithdrawFinding c, String actor) {
        if (!state.equals(RAISED)) {
            checkNot(raisedBy, actor);
        }
        checkIs(RAISED, CONFIRMED, ORDERED, SUBMITTED, REFERRED);
        return List.of(new FindingWithdrawn(c.findingId(), c.effectiveDate(), c.reason()));
    }

    List<FindingEvent> order(OrderRectification c, String actor) {
        checkIs(CONFIRMED, ORDERED);
        return List.of(new RectificationOrdered(
                c.findingId(), c.demand(), c.dueDate(), actor, c.documentRef(), c.documentSha256()));
    }

    List<FindingEvent> submit(SubmitRectification c, String actor) {
        checkIs(ORDERED);
        return List.of(
                new RectificationSubmitted(c.findingId(), c.statement(), actor, c.documentRef(), c.documentSha256()));
    }

    List<FindingEvent> verify(VerifyRectification c, String actor) {
        checkNot(raisedBy, actor);
        checkNot(submittedBy, actor);
        checkIs(SUBMITTED);
        return List.of(new RectificationVerified(c.findingId(), c.effectiveDate(), c.reason()));
    }

    List<FindingEvent> sendBack(ReturnRectification c, String actor) {
        checkNot(submittedBy, actor);
        checkIs(SUBMITTED);
        LocalDate due = c.dueDate() == null ? dueDate : c.dueDate();
        return List.of(
                new RectificationReturned(c.findingId(), c.reason(), Guard.present(due, () -> outOfOrder(SUBMITTED))));
    }

    /** Refuses a date that is not the one in force, is not before today, or is noted already. */
    List<FindingEvent> escalate(EscalateFinding c, LocalDate today) {
        checkIs(ORDERED);
        Guard.that(!c.dueDate().equals(escalated), () -> Refusal.of(AuditRefusals.ALREADY_ESCALATED)
                .with("dueDate", c.dueDate()));
        Guard.that(
                c.dueDate().equals(dueDate) && today.isAfter(c.dueDate()), () -> Refusal.of(AuditRefusals.NOT_OVERDUE)
                        .with("dueDate", String.valueOf(dueDate))
                        .with("today", today));
        return List.of(new FindingEscalated(c.findingId(), c.dueDate()));
    }

    List<FindingEvent> refer(ReferFinding c) {
        checkIs(CONFIRMED, ORDERED, SUBMITTED);
        return List.of(
                new FindingReferred(c.findingId(), c.authority(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    /** The allocations that it suspends; none while it is not confirmed, and none once it is withdrawn or cleared. */
    List<String> suspends() {
        return suspends;
    }

    /** Whether it is neither confirmed nor withdrawn yet. */
    boolean undecided() {
        return state.equals(RAISED);
    }

    /** Whether it is withdrawn, cleared or referred. */
    boolean ended() {
        return ENDED.contains(state);
    }

    private static void checkNot(String other, String actor) {
        Guard.that(!other.equals(actor), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    private void checkIs(String... needed) {
        Guard.that(List.of(needed).contains(state), () -> outOfOrder(needed));
    }

    private Refusal outOfOrder(String... needed) {
        return Refusal.of(AuditRefusals.FINDING_OUT_OF_ORDER)
                .with("findingId", String.valueOf(findingId))
                .with("state", state)
                .with("needed", String.join(", ", needed));
    }

    @EventSourcingHandler
    void on(FindingRaised e) {
        id = key(e.findingId()).streamId();
        findingId = e.findingId();
        raisedBy = e.raisedBy();
    }

    @EventSourcingHandler
    void on(FindingConfirmed e) {
        state = CONFIRMED;
        suspends = e.suspends();
    }

    @EventSourcingHandler
    void on(FindingWithdrawn e) {
        state = WITHDRAWN;
        suspends = List.of();
    }

    @EventSourcingHandler
    void on(RectificationOrdered e) {
        state = ORDERED;
        dueDate = e.dueDate();
    }

    @EventSourcingHandler
    void on(RectificationSubmitted e) {
        state = SUBMITTED;
        submittedBy = e.submittedBy();
    }

    @EventSourcingHandler
    void on(RectificationVerified e) {
        state = CLEARED;
        suspends = List.of();
    }

    @EventSourcingHandler
    void on(RectificationReturned e) {
        state = ORDERED;
        dueDate = e.dueDate();
    }

    @EventSourcingHandler
    void on(FindingEscalated e) {
        escalated = e.dueDate();
    }

    @EventSourcingHandler
    void on(FindingReferred e) {
        state = REFERRED;
    }
}
