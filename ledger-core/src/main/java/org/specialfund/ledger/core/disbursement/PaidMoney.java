package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementOpened;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What of one payment is paid net, on every day, and reported as spent. Not thread-safe. */
final class PaidMoney {

    private final DayBalances paid = new DayBalances();
    private BigDecimal whole = BigDecimal.ZERO;
    private BigDecimal reported = BigDecimal.ZERO;
    private LocalDate paidOn = LocalDate.EPOCH;
    private LocalDate payeeSince = LocalDate.EPOCH;

    /** The last day on which anything moved, or the payee was corrected. */
    private LocalDate lastDay = LocalDate.EPOCH;

    LocalDate lastDay() {
        return lastDay;
    }

    /** Paid, less what came back. */
    BigDecimal net() {
        return paid.total();
    }

    BigDecimal reported() {
        return reported;
    }

    /** Whether nothing came back, was reported, or was moved to another payee. */
    boolean untouched() {
        return net().compareTo(whole) == 0 && reported.signum() == 0 && payeeSince.equals(LocalDate.EPOCH);
    }

    /** Refuses more than is paid net. */
    void checkWithin(BigDecimal wanted) {
        checkWithin(wanted, net());
    }

    /**
     * Refuses to take back more than is paid net on a day and on every later one, and to take it back before it was paid
     * to the payee it stands with.
     */
    void checkComesBack(BigDecimal amount, LocalDate day) {
        checkFrom(payeeSince.isAfter(paidOn) ? payeeSince : paidOn, day);
        checkWithin(amount, paid.leastFrom(day));
    }

    /** Refuses where it is paid otherwise than it was taken over. */
    void checkAs(OpeningPaymentRecorded was) {
        Guard.that(whole.compareTo(was.amount()) == 0 && paidOn.equals(was.effectiveDate()), () -> Refusal.of(
                        DisbursementRefusals.OPENING_CORRECTED)
                .with("reference", was.reference())
                .with("opened", was.amount())
                .with("openedOn", was.effectiveDate())
                .with("amount", whole)
                .with("effectiveDate", paidOn));
    }

    /** Refuses to pay more than is held. */
    static void checkHeld(BigDecimal paid, BigDecimal held) {
        Guard.that(paid.compareTo(held) <= 0, () -> Refusal.of(DisbursementRefusals.EXCEEDS_HOLD)
                .with("requested", paid)
                .with("held", held));
    }

    /** Refuses a day before an earlier entry's. */
    static void checkFrom(LocalDate earlier, LocalDate effectiveDate) {
        Guard.that(!effectiveDate.isBefore(earlier), () -> Refusal.of(DisbursementRefusals.BEFORE_EARLIER_ENTRY)
                .with("effectiveDate", effectiveDate)
                .with("earlier", earlier));
    }

    private static void checkWithin(BigDecimal wanted, BigDecimal net) {
        Guard.that(wanted.compareTo(net) <= 0, () -> Refusal.of(DisbursementRefusals.EXCEEDS_PAID)
                .with("requested", wanted)
                .with("paid", net));
    }

    private void pay(LocalDate day, BigDecimal amount) {
        paid.add(day, amount);
        whole = amount;
        paidOn = day;
        lastDay = day;
    }

    private void change(LocalDate day, BigDecimal change) {
        paid.add(day, change);
        lastDay = lastDay.isAfter(day) ? lastDay : day;
    }

    @EventSourcingHandler
    void on(DisbursementRecorded e) {
        pay(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(DisbursementOpened e) {
        pay(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(DisbursementSettled e) {
        pay(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(DisbursementCorrected e) {
        pay(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(DisbursementReversed e) {
        change(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(DisbursementReturned e) {
        change(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(RecoveryReceived e) {
        change(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(DisbursementEntryReversed e) {
        switch (e.movement()) {
            case "return", "recovery-receipt" -> change(e.effectiveDate(), e.amount());
            case "spending-report" -> reported = reported.subtract(e.amount());
            default -> {} // a demand or a waiver: nothing paid
        }
    }

    @EventSourcingHandler
    void on(PayeeCorrected e) {
        payeeSince = e.effectiveDate();
        lastDay = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(SpendingReported e) {
        reported = reported.add(e.amount());
    }
}
