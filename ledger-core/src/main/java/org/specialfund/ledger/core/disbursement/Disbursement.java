package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReverseDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.invoice.Invoice;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.ReversalOf;
import org.specialfund.ledger.core.shared.Role;

/**
 * One payment: where it stands, who took part, and what came back of it: returned + recovered + reversed ≤ settled,
 * received + waived ≤ demanded ≤ paid net, request ≤ settle ≤ return.
 */
@AggregateRoot(type = "disbursement")
@Revision("1")
public class Disbursement {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Disbursement> TYPE =
            new AggregateType<>(Disbursement.class, "disbursement", 3, Disbursement::new);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private @Nullable DisbursementOrigin origin;
    private String currency = "";
    private String payee = "";
    private @Nullable String accountId;
    private @Nullable String invoiceNo;
    private String invoicePayee = "";
    private @Nullable Integer tranche;

    /** Amount and day: of the request while under way, of the payment afterwards. */
    private BigDecimal amount = BigDecimal.ZERO;

    private LocalDate day = LocalDate.EPOCH;

    @AggregateMember
    private final Progress progress = new Progress();

    @AggregateMember
    private final PaidMoney money = new PaidMoney();

    @AggregateMember
    private final Recoveries recoveries = new Recoveries();

    Disbursement() {}

    /** The key of a disbursement. */
    public static AggregateKey<Disbursement> key(String reference) {
        return TYPE.key(reference);
    }

    /** Which allocation pays; empty while there is no such disbursement. */
    Optional<DisbursementOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    /** What its allocation is told, for an amount and a day. */
    Payment payment(BigDecimal of, LocalDate on) {
        return new Payment(checkExists().reference(), payee, tranche, of, on);
    }

    /** What its allocation was told last. */
    Payment payment() {
        return payment(amount, day);
    }

    /** The invoice that it named, of the payee before any correction. */
    Optional<AggregateKey<Invoice>> invoice() {
        return invoiceNo == null ? Optional.empty() : Optional.of(Invoice.key(invoicePayee, invoiceNo));
    }

    Optional<String> accountId() {
        return Optional.ofNullable(accountId);
    }

    List<DisbursementEvent> begin(DisbursementBegun begun) {
        String existing = origin == null ? null : origin.reference();
        Guard.notTaken(existing, begun.reference(), DisbursementRefusals.DISBURSEMENT_EXISTS, "reference");
        return List.of((DisbursementEvent) begun);
    }

    List<DisbursementEvent> review(Person reviewer) {
        DisbursementEntries entries = checkState(Progress.State.REQUESTED);
        progress.checkOther(reviewer);
        return List.of(entries.reviewed(reviewer.id(), amount, day));
    }

    List<DisbursementEvent> approve(Person approver, boolean needsLeader) {
        DisbursementEntries entries = checkState(Progress.State.REVIEWED, Progress.State.AWAITING_LEADER);
        Role level = progress.checkApproves(approver);
        return List.of(
                entries.approved(level.word(), level == Role.LEADER || !needsLeader, approver.id(), amount, day));
    }

    List<DisbursementEvent> reject(RejectDisbursement c, Person rejecter) {
        DisbursementEntries entries = checkState(Progress.UNDER_WAY);
        progress.checkRejects(rejecter);
        PaidMoney.checkFrom(day, c.effectiveDate());
        return List.of(entries.rejected(c.reason(), amount, c.effectiveDate()));
    }

    List<DisbursementEvent> cancel(CancelDisbursement c) {
        DisbursementEntries entries = checkState(Progress.UNDER_WAY);
        PaidMoney.checkFrom(day, c.effectiveDate());
        return List.of(entries.cancelled(c.reason(), amount, c.effectiveDate()));
    }

    List<DisbursementEvent> settle(SettleDisbursement c, BigDecimal paid, Person treasurer) {
        DisbursementEntries entries = checkState(Progress.State.APPROVED);
        progress.checkOther(treasurer);
        progress.checkNotBeforeRequest(c.paidOn());
        PaidMoney.checkHeld(paid, amount);
        return List.of(entries.settled(c, amount, paid));
    }

    List<DisbursementEvent> returned(ReturnDisbursement c, Entry e, String destination) {
        DisbursementEntries entries = checkComesBack(e);
        recoveries.checkLeft(money.net().subtract(e.amount()), e.amount());
        return List.of(entries.returned(c, e, destination));
    }

    List<DisbursementEvent> reverse(ReverseDisbursement c, LocalDate on, String destination) {
        return List.of(checkUntouched().reversed(c, destination, amount, on));
    }

    List<DisbursementEvent> correct(CorrectDisbursement c, BigDecimal is) {
        DisbursementEntries entries = checkUntouched();
        progress.checkNotBeforeRequest(c.effectiveDate());
        return List.of(entries.reversedToCorrect(c, amount, day), entries.corrected(c, is));
    }

    List<DisbursementEvent> correctPayee(CorrectPayee c) {
        DisbursementEntries entries = checkState(Progress.State.PAID);
        Guard.that(!payee.equals(c.toPayee()), () -> Refusal.of(DisbursementRefusals.SAME_PAYEE)
                .with("payee", payee));
        PaidMoney.checkFrom(money.lastDay(), c.effectiveDate());
        money.checkWithin(BigDecimal.ONE.scaleByPowerOfTen(-amount.scale()));
        return List.of(entries.payeeCorrected(c, money.net()));
    }

    List<DisbursementEvent> demandRecovery(DemandRecovery c, Entry e) {
        DisbursementEntries entries = checkState(Progress.State.PAID);
        PaidMoney.checkFrom(day, e.day());
        money.checkWithin(recoveries.demanded().add(e.amount()));
        return List.of(entries.recoveryDemanded(c, recoveries.next(), e));
    }

    List<DisbursementEvent> receiveRecovery(ReceiveRecovery c, Entry e, String destination) {
        DisbursementEntries entries = checkComesBack(e);
        recoveries.checkEnds(c.recoveryId(), e.amount(), e.day());
        return List.of(entries.recoveryReceived(c, destination, e));
    }

    List<DisbursementEvent> waiveRecovery(WaiveRecovery c, Entry e) {
        DisbursementEntries entries = checkExists();
        recoveries.checkEnds(c.recoveryId(), e.amount(), e.day());
        return List.of(entries.recoveryWaived(c, e));
    }

    List<DisbursementEvent> reportSpending(Entry e) {
        DisbursementEntries entries = checkState(Progress.State.PAID);
        PaidMoney.checkFrom(day, e.day());
        money.checkWithin(money.reported().add(e.amount()));
        return List.of(entries.spendingReported(e));
    }

    /** Reverses a return. */
    List<DisbursementEvent> reverseReturn(ReversalOf why, DisbursementReturned was, LocalDate on) {
        return List.of(checkPaidTo(was.payee()).entryReversed(why, "return", null, was.amount(), on));
    }

    /** Reverses the receipt of demanded money: it is demanded again. */
    List<DisbursementEvent> reverseReceipt(ReversalOf why, RecoveryReceived was, LocalDate on) {
        return List.of(
                checkPaidTo(was.payee()).entryReversed(why, "recovery-receipt", was.recoveryId(), was.amount(), on));
    }

    /** Reverses a demand of which nothing was received or waived, or that was reversed too. */
    List<DisbursementEvent> reverseDemand(ReversalOf why, RecoveryDemanded was, LocalDate on) {
        recoveries.checkEnds(was.recoveryId(), was.amount(), on);
        return List.of(checkExists().entryReversed(why, "recovery-demand", was.recoveryId(), was.amount(), on));
    }

    /** Reverses a waiver: what is still paid is demanded again. */
    List<DisbursementEvent> reverseWaiver(ReversalOf why, RecoveryWaived was, LocalDate on) {
        money.checkWithin(recoveries.demanded().add(was.amount()));
        return List.of(checkExists().entryReversed(why, "recovery-waiver", was.recoveryId(), was.amount(), on));
    }

    /** Reverses a report of spending. */
    List<DisbursementEvent> reverseReport(ReversalOf why, SpendingReported was, LocalDate on) {
        return List.of(checkExists().entryReversed(why, "spending-report", null, was.amount(), on));
    }

    /** Takes a payment made before the ledger began out of it again. */
    List<DisbursementEvent> reverseOpening(ReversalOf why, OpeningPaymentRecorded was, LocalDate on) {
        DisbursementEntries entries = checkUntouched();
        money.checkAs(was);
        return List.of(entries.openingReversed(why, amount, on));
    }

    private DisbursementEntries checkExists() {
        DisbursementOrigin o = Guard.present(origin, () -> Refusal.of(DisbursementRefusals.UNKNOWN_DISBURSEMENT));
        return new DisbursementEntries(o.reference(), o.fundCode(), o.year(), o.allocationNo(), payee, currency);
    }

    private DisbursementEntries checkState(Progress.State... allowed) {
        DisbursementEntries entries = checkExists();
        progress.checkIn(entries.reference(), allowed);
        return entries;
    }

    private DisbursementEntries checkComesBack(Entry e) {
        DisbursementEntries entries = checkState(Progress.State.PAID);
        money.checkComesBack(e.amount(), e.day());
        return entries;
    }

    private DisbursementEntries checkPaidTo(String then) {
        DisbursementEntries entries = checkState(Progress.State.PAID);
        Guard.that(payee.equals(then), () -> Refusal.of(DisbursementRefusals.PAYEE_CORRECTED_SINCE)
                .with("payee", then)
                .with("current", payee));
        return entries;
    }

    private DisbursementEntries checkUntouched() {
        DisbursementEntries entries = checkState(Progress.State.PAID);
        Guard.that(
                money.untouched() && recoveries.demanded().signum() == 0,
                () -> Refusal.of(DisbursementRefusals.HAS_LATER_ENTRIES).with("reference", entries.reference()));
        return entries;
    }

    @EventSourcingHandler
    void on(DisbursementBegun e) {
        id = key(e.reference()).streamId();
        origin = new DisbursementOrigin(e.reference(), e.allocationNo(), e.fundCode(), e.year());
        currency = e.currency();
        payee = e.payee();
        accountId = e.accountId();
        invoiceNo = e.invoiceNo();
        invoicePayee = e.payee();
        tranche = e.tranche();
        amount = e.amount();
        day = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(DisbursementSettled e) {
        amount = e.amount();
        day = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(DisbursementCorrected e) {
        amount = e.amount();
        day = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(PayeeCorrected e) {
        payee = e.payee();
    }
}
