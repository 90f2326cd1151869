package org.specialfund.ledger.core.payee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.payee.event.AccountProposed;
import org.specialfund.ledger.core.payee.event.AccountVerified;
import org.specialfund.ledger.core.payee.event.PayeeBarred;
import org.specialfund.ledger.core.payee.event.PayeeEvent;
import org.specialfund.ledger.core.payee.event.PayeeRegistered;
import org.specialfund.ledger.core.payee.event.PayeeUnbarred;
import org.specialfund.ledger.core.payee.event.QualificationRecorded;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * The facts about a payee that other aggregates' commands depend on: the payee's gate.
 *
 * @param bars that stand, and those that ended: what is dated within them stays barred
 * @param accounts whether each is verified
 * @param qualifications every one recorded, expired ones too
 */
public record PayeeFacts(
        String payee, List<Bar> bars, Map<String, Boolean> accounts, List<Qualification> qualifications) {

    /**
     * Evidence of a qualification.
     *
     * @param validTo last day; null where it does not expire
     */
    public record Qualification(String category, @Nullable LocalDate validTo) {}

    /**
     * A bar of payments.
     *
     * @param to last day; null while open-ended
     */
    public record Bar(LocalDate from, @Nullable LocalDate to) {

        /** The same bar, ended on the day before at the latest. */
        Bar endedBefore(LocalDate day) {
            return to != null && to.isBefore(day) ? this : new Bar(from, day.minusDays(1));
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The gate of a payee. */
    public static final GateType<PayeeFacts> GATE = new GateType<>(
            "payee",
            PayeeFacts.class,
            event -> event instanceof PayeeEvent payeeEvent ? payeeEvent.payee() : null,
            PayeeFacts::after);

    /** The payee's facts; refuses an unknown payee. */
    public static PayeeFacts of(Work work, String payee) {
        PayeeFacts facts = work.fact(GATE.key(payee));
        if (facts == null || !facts.payee.equals(payee)) {
            throw Refusal.of(PayeeRefusals.UNKNOWN_PAYEE).with("payee", payee).asException();
        }
        return facts;
    }

    /** Refuses a payment dated while the payee is barred. */
    public void checkNotBarred(LocalDate day) {
        bars.forEach(bar -> Guard.that(!bar.covers(day), () -> Refusal.of(PayeeRefusals.PAYEE_BARRED)
                .with("payee", payee)
                .with("since", bar.from())));
    }

    /** Refuses a payee that has no qualification in a category which is valid on a day. */
    public void checkQualified(String category, LocalDate day) {
        List<Qualification> held = qualifications.stream()
                .filter(qualification -> qualification.category().equals(category))
                .toList();
        Guard.that(!held.isEmpty(), () -> Refusal.of(PayeeRefusals.QUALIFICATION_MISSING)
                .with("payee", payee)
                .with("category", category));
        Guard.that(
                held.stream()
                        .anyMatch(qualification ->
                                qualification.validTo() == null || !day.isAfter(qualification.validTo())),
                () -> Refusal.of(PayeeRefusals.QUALIFICATION_EXPIRED)
                        .with("payee", payee)
                        .with("category", category)
                        .with("day", day));
    }

    /** Refuses an account that is unknown or not verified; a payment without one needs none. */
    public void checkAccount(@Nullable String accountId) {
        if (accountId == null) {
            return;
        }
        Boolean verified = Guard.present(accounts.get(accountId), () -> Refusal.of(PayeeRefusals.UNKNOWN_ACCOUNT)
                .with("payee", payee)
                .with("accountId", accountId));
        Guard.that(
                verified, () -> Refusal.of(PayeeRefusals.ACCOUNT_NOT_VERIFIED).with("accountId", accountId));
    }

    private static PayeeFacts after(@Nullable PayeeFacts before, LedgerEvent event) {
        if (event instanceof PayeeRegistered e) {
            return new PayeeFacts(e.payee(), List.of(), Map.of(), List.of());
        }
        if (before == null) {
            throw new IllegalStateException("a payee's first event must be its registration, not " + event);
        }
        List<Bar> bars = new ArrayList<>(before.bars);
        Map<String, Boolean> accounts = new TreeMap<>(before.accounts);
        List<Qualification> qualifications = new ArrayList<>(before.qualifications);
        if (event instanceof PayeeBarred e) {
            bars.add(new Bar(e.from(), e.to()));
        } else if (event instanceof PayeeUnbarred e) {
            bars.replaceAll(bar -> bar.endedBefore(e.effectiveDate()));
            bars.removeIf(bar -> bar.to() != null && bar.to().isBefore(bar.from()));
        } else if (event instanceof AccountProposed e) {
            accounts.put(e.accountId(), false);
        } else if (event instanceof AccountVerified e) {
            accounts.put(e.accountId(), true);
        } else if (event instanceof QualificationRecorded e) {
            qualifications.add(new Qualification(e.category(), e.validTo()));
        }
        return new PayeeFacts(before.payee, List.copyOf(bars), Map.copyOf(accounts), List.copyOf(qualifications));
    }
}
