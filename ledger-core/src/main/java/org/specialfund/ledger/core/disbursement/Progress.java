package org.specialfund.ledger.core.disbursement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.disbursement.event.DisbursementCancelled;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementOpened;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementRejected;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementReviewed;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** Where one payment stands, and who took part in deciding it. Not thread-safe. */
final class Progress {

    enum State {
        REQUESTED,
        REVIEWED,
        AWAITING_LEADER,
        APPROVED,
        PAID,
        REJECTED,
        CANCELLED,
        REVERSED
    }

    static final State[] UNDER_WAY = {State.REQUESTED, State.REVIEWED, State.AWAITING_LEADER, State.APPROVED};

    private State state = State.REQUESTED;
    private @Nullable LocalDate requestedOn;
    private final Set<String> people = new TreeSet<>();

    /** Refuses an approver who took part already, or is not of the level that it waits for; gives the level. */
    Role checkApproves(Person approver) {
        Role level = state == State.AWAITING_LEADER ? Role.LEADER : Role.APPROVER;
        Guard.that(approver.roles().contains(level), () -> Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED)
                .with("roles", level.word()));
        checkOther(approver);
        return level;
    }

    /** Refuses where the payment is in none of these states. */
    void checkIn(String reference, State... allowed) {
        Guard.that(List.of(allowed).contains(state), () -> Refusal.of(DisbursementRefusals.NOT_IN_THIS_STATE)
                .with("reference", reference)
                .with("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** Refuses a person who took part already. */
    void checkOther(Person person) {
        Guard.that(!people.contains(person.id()), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    /** Refuses a requester who rejects; later on who took part may change their mind. */
    void checkRejects(Person rejecter) {
        if (state == State.REQUESTED) {
            checkOther(rejecter);
        }
    }

    /** Refuses a payment before its request. */
    void checkNotBeforeRequest(LocalDate paidOn) {
        LocalDate requested = requestedOn;
        if (requested != null && paidOn.isBefore(requested)) {
            throw Refusal.of(DisbursementRefusals.SETTLED_BEFORE_REQUEST)
                    .with("effectiveDate", paidOn)
                    .with("requestedOn", requested)
                    .asException();
        }
    }

    @EventSourcingHandler
    void on(DisbursementRequested e) {
        requestedOn = e.effectiveDate();
        people.add(e.requestedBy());
    }

    @EventSourcingHandler
    void on(DisbursementRecorded e) {
        state = State.PAID;
    }

    @EventSourcingHandler
    void on(DisbursementOpened e) {
        state = State.PAID;
    }

    @EventSourcingHandler
    void on(DisbursementReviewed e) {
        state = State.REVIEWED;
        people.add(e.reviewedBy());
    }

    @EventSourcingHandler
    void on(DisbursementApproved e) {
        state = e.complete() ? State.APPROVED : State.AWAITING_LEADER;
        people.add(e.approvedBy());
    }

    @EventSourcingHandler
    void on(DisbursementRejected e) {
        state = State.REJECTED;
    }

    @EventSourcingHandler
    void on(DisbursementCancelled e) {
        state = State.CANCELLED;
    }

    @EventSourcingHandler
    void on(DisbursementSettled e) {
        state = State.PAID;
    }

    @EventSourcingHandler
    void on(DisbursementReversed e) {
        state = State.REVERSED;
    }

    @EventSourcingHandler
    void on(DisbursementCorrected e) {
        state = State.PAID;
    }
}
