package org.specialfund.ledger.api.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/**
 * The approvals that were required for what an event says, and who had given them by then.
 *
 * @param decision {@code payment}: requested, reviewed, approved, settled; {@code two-people}: proposed and confirmed;
 *     {@code one-person}
 * @param rulesVersion of the fund's rules in force on the day of the payment's request; null for other decisions
 * @param leaderThreshold of these rules: at or over it the leader approves, too; null where no payment needs the leader
 * @param amount of the payment's request; null for other decisions
 * @param acts in order
 * @param complete whether each was given by then
 * @param distinct whether the people who gave them are distinct
 */
record Approvals(
        String decision,
        @Nullable Integer rulesVersion,
        @Nullable BigDecimal leaderThreshold,
        @Nullable BigDecimal amount,
        List<Act> acts,
        boolean complete,
        boolean distinct) {

    /**
     * One approval.
     *
     * @param roles any of them would do
     * @param person who gave it; null where nobody had
     * @param position of the event by which it was given
     */
    record Act(
            String act,
            List<String> roles,
            @Nullable String person,
            @Nullable Long position) {}

    /**
     * Those behind an event.
     *
     * @param payment the events of the payment that it names, in order; none where it names none
     * @param rules of the fund, oldest first
     */
    static Approvals of(RecordedEvent event, List<RecordedEvent> payment, List<FundView.Rules> rules) {
        RecordedEvent own = payment.stream()
                .filter(other -> sameCommand(other, event))
                .findFirst()
                .orElse(event);
        return Demanded.decidesPayment(own.type())
                ? ofPayment(Math.max(own.position(), event.position()), payment, rules)
                : ofDuty(Demanded.of(own.type(), own.event()), event);
    }

    private static boolean sameCommand(RecordedEvent one, RecordedEvent other) {
        String command = one.metadata("commandId");
        return command != null && command.equals(other.metadata("commandId"));
    }

    private static Approvals ofDuty(Duty duty, RecordedEvent event) {
        List<Act> acts = duty.needsTwo()
                ? List.of(
                        act("propose", duty.first(), event.metadata("proposedBy"), event),
                        act("confirm", duty.second(), event.metadata("confirmedBy"), event))
                : List.of(act("act", duty.first(), event.metadata("actor"), event));
        return of(duty.needsTwo() ? "two-people" : "one-person", null, null, null, acts);
    }

    private static Approvals ofPayment(long position, List<RecordedEvent> payment, List<FundView.Rules> rules) {
        List<RecordedEvent> known =
                payment.stream().filter(event -> event.position() <= position).toList();
        DisbursementRequested request = known.stream()
                .map(RecordedEvent::event)
                .filter(DisbursementRequested.class::isInstance)
                .map(DisbursementRequested.class::cast)
                .findFirst()
                .orElseThrow();
        FundView.Rules inForce = inForce(request, rules);
        BigDecimal threshold = inForce.leaderThreshold();
        List<Act> acts = new ArrayList<>();
        acts.add(given("request", known, "disbursement.requested", Role.UNIT, Role.CLERK));
        acts.add(given("review", known, "disbursement.reviewed", Role.REVIEWER));
        acts.add(given("approve", atLevel(known, Role.APPROVER), "disbursement.approved", Role.APPROVER));
        if (threshold != null && request.amount().compareTo(threshold) >= 0) {
            acts.add(given("approve-as-leader", atLevel(known, Role.LEADER), "disbursement.approved", Role.LEADER));
        }
        acts.add(given("settle", known, "disbursement.settled", Role.TREASURY));
        return of("payment", inForce.version(), threshold, request.amount(), acts);
    }

    private static Approvals of(
            String decision,
            @Nullable Integer rulesVersion,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal amount,
            List<Act> acts) {
        Set<String> people = new HashSet<>();
        boolean distinct =
                acts.stream().map(Act::person).filter(person -> person != null).allMatch(people::add);
        boolean complete = acts.stream().allMatch(act -> act.person() != null);
        return new Approvals(decision, rulesVersion, threshold, amount, acts, complete, distinct);
    }

    /** The last version that applies on the day of the request; the first one before its own day. */
    private static FundView.Rules inForce(DisbursementRequested request, List<FundView.Rules> rules) {
        FundView.Rules inForce = rules.get(0);
        for (FundView.Rules version : rules) {
            if (!version.appliesFrom().isAfter(request.effectiveDate())) {
                inForce = version;
            }
        }
        return inForce;
    }

    private static List<RecordedEvent> atLevel(List<RecordedEvent> events, Role level) {
        return events.stream()
                .filter(event -> event.event() instanceof DisbursementApproved approved
                        && approved.level().equals(level.word()))
                .toList();
    }

    private static Act given(String act, List<RecordedEvent> events, String type, Role... roles) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .map(event -> act(act, Set.of(roles), event.metadata("actor"), event))
                .orElseGet(() -> new Act(act, words(Set.of(roles)), null, null));
    }

    private static Act act(String act, Set<Role> roles, @Nullable String person, RecordedEvent event) {
        return new Act(act, words(roles), person, person == null ? null : event.position());
    }

    private static List<String> words(Set<Role> roles) {
        return Stream.of(Role.values()).filter(roles::contains).map(Role::word).toList();
    }
}
