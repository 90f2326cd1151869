package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReverseDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.disbursement.event.DisbursementCancelled;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;
import org.specialfund.ledger.core.disbursement.event.DisbursementOpened;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementRejected;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementReviewed;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.invoice.Invoice;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
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

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private @Nullable DisbursementOrigin origin;
    private State state = State.REQUESTED;
    private String currency = "";
    private String payee = "";
    private @Nullable String accountId;
    private @Nullable String invoiceNo;
    private String invoicePayee = "";
    private @Nullable Integer tranche;
    private final Set<String> people = new TreeSet<>();

    /** Requested while under way, paid afterwards. */
    private BigDecimal amount = BigDecimal.ZERO;

    /** Day of the request while under way, of the payment afterwards. */
    private LocalDate day = LocalDate.EPOCH;

    private @Nullable LocalDate requestedOn;

    /** The last day on which something came back, or the payee was corrected; the payment's own before. */
    private LocalDate lastDay = LocalDate.EPOCH;

    private LocalDate payeeSince = LocalDate.EPOCH;
    private BigDecimal back = BigDecimal.ZERO;
    private BigDecimal reported = BigDecimal.ZERO;
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

    List<DisbursementEvent> request(RequestDisbursement c, DisbursementBegun begun) {
        checkNew(c.reference());
        return List.of((DisbursementEvent) begun);
    }

    List<DisbursementEvent> record(RecordDisbursement c, DisbursementBegun begun) {
        checkNew(c.reference());
        return List.of((DisbursementEvent) begun);
    }

    /** Takes over a payment made before the ledger began. */
    List<DisbursementEvent> open(DisbursementOpened opened) {
        checkNew(opened.reference());
        return List.of(opened);
    }

    List<DisbursementEvent> review(Person reviewer) {
        DisbursementOrigin o = checkState(State.REQUESTED);
        checkOther(reviewer);
        return List.of(new DisbursementReviewed(
                o.reference(), o.fundCode(), o.year(), o.allocationNo(), payee, reviewer.id(), amount, currency, day));
    }

    List<DisbursementEvent> approve(Person approver, boolean needsLeader) {
        DisbursementOrigin o = checkState(State.REVIEWED, State.AWAITING_LEADER);
        boolean second = state == State.AWAITING_LEADER;
        Role level = second ? Role.LEADER : Role.APPROVER;
        Guard.that(approver.roles().contains(level), () -> Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED)
                .with("roles", level.word()));
        checkOther(approver);
        return List.of(new DisbursementApproved(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                level.word(),
                second || !needsLeader,
                approver.id(),
                amount,
                currency,
                day));
    }

    List<DisbursementEvent> reject(RejectDisbursement c, Person rejecter) {
        DisbursementOrigin o = checkUnderWay();
        Guard.that(
                state != State.REQUESTED || !people.contains(rejecter.id()),
                () -> Refusal.of(CommonRefusals.SAME_PERSON));
        checkNotBefore(c.effectiveDate());
        return List.of(new DisbursementRejected(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                c.reason(),
                amount,
                currency,
                c.effectiveDate()));
    }

    List<DisbursementEvent> cancel(CancelDisbursement c) {
        DisbursementOrigin o = checkUnderWay();
        checkNotBefore(c.effectiveDate());
        return List.of(new DisbursementCancelled(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                c.reason(),
                amount,
                currency,
                c.effectiveDate()));
    }

    List<DisbursementEvent> settle(SettleDisbursement c, BigDecimal paid, Person treasurer) {
        DisbursementOrigin o = checkState(State.APPROVED);
        checkOther(treasurer);
        checkNotBeforeRequest(c.paidOn());
        Guard.that(paid.compareTo(amount) <= 0, () -> Refusal.of(DisbursementRefusals.EXCEEDS_HOLD)
                .with("requested", paid)
                .with("held", amount));
        return List.of(new DisbursementSettled(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                amount,
                c.bankAccount(),
                c.bankReference(),
                c.bankLine(),
                paid,
                currency,
                c.paidOn(),
                c.documentRef(),
                c.documentSha256()));
    }

    List<DisbursementEvent> returned(ReturnDisbursement c, Entry e, String destination) {
        DisbursementOrigin o = checkComesBack(e);
        return List.of(new DisbursementReturned(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                c.kind(),
                destination,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<DisbursementEvent> reverse(ReverseDisbursement c, LocalDate on, String destination) {
        DisbursementOrigin o = checkUntouched();
        return List.of(new DisbursementReversed(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                false,
                destination,
                c.reason(),
                amount,
                currency,
                on,
                c.documentRef(),
                c.documentSha256()));
    }

    List<DisbursementEvent> correct(CorrectDisbursement c, BigDecimal is) {
        DisbursementOrigin o = checkUntouched();
        checkNotBeforeRequest(c.effectiveDate());
        return List.of(
                new DisbursementReversed(
                        o.reference(),
                        o.fundCode(),
                        o.year(),
                        o.allocationNo(),
                        payee,
                        true,
                        "allocation",
                        c.reason(),
                        amount,
                        currency,
                        day,
                        c.documentRef(),
                        c.documentSha256()),
                new DisbursementCorrected(
                        o.reference(),
                        o.fundCode(),
                        o.year(),
                        o.allocationNo(),
                        payee,
                        c.reason(),
                        is,
                        currency,
                        c.effectiveDate(),
                        c.documentRef(),
                        c.documentSha256()));
    }

    List<DisbursementEvent> correctPayee(CorrectPayee c) {
        DisbursementOrigin o = checkState(State.PAID);
        Guard.that(!payee.equals(c.toPayee()), () -> Refusal.of(DisbursementRefusals.SAME_PAYEE)
                .with("payee", payee));
        checkFrom(lastDay, c.effectiveDate());
        checkWithin(BigDecimal.ONE.scaleByPowerOfTen(-amount.scale()));
        return List.of(new PayeeCorrected(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                c.toPayee(),
                payee,
                c.reason(),
                net(),
                currency,
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256()));
    }

    List<DisbursementEvent> demandRecovery(DemandRecovery c, Entry e) {
        DisbursementOrigin o = checkState(State.PAID);
        checkFrom(day, e.day());
        checkWithin(recoveries.demanded().add(e.amount()));
        return List.of(new RecoveryDemanded(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                new RecoveryId(o.reference(), recoveries.next()).toString(),
                c.reason(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<DisbursementEvent> receiveRecovery(ReceiveRecovery c, Entry e, String destination) {
        DisbursementOrigin o = checkComesBack(e);
        recoveries.checkEnds(RecoveryId.of(c.recoveryId()), e.amount(), e.day());
        return List.of(new RecoveryReceived(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                c.recoveryId(),
                destination,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<DisbursementEvent> waiveRecovery(WaiveRecovery c, Entry e) {
        DisbursementOrigin o = checkExists();
        recoveries.checkEnds(RecoveryId.of(c.recoveryId()), e.amount(), e.day());
        return List.of(new RecoveryWaived(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                c.recoveryId(),
                c.reason(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<DisbursementEvent> reportSpending(Entry e) {
        DisbursementOrigin o = checkState(State.PAID);
        checkFrom(day, e.day());
        checkWithin(reported.add(e.amount()));
        return List.of(new SpendingReported(
                o.reference(),
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                payee,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    private BigDecimal net() {
        return amount.subtract(back);
    }

    private void checkNew(String reference) {
        DisbursementOrigin o = origin;
        if (o != null) {
            throw Refusal.of(
                            o.reference().equals(reference)
                                    ? DisbursementRefusals.DISBURSEMENT_EXISTS
                                    : CommonRefusals.DIFFERS_ONLY_BY_CASE)
                    .with("reference", reference)
                    .with("requested", reference)
                    .with("existing", o.reference())
                    .asException();
        }
    }

    private DisbursementOrigin checkExists() {
        return Guard.present(origin, () -> Refusal.of(DisbursementRefusals.UNKNOWN_DISBURSEMENT));
    }

    private DisbursementOrigin checkState(State... allowed) {
        DisbursementOrigin o = checkExists();
        Guard.that(List.of(allowed).contains(state), () -> Refusal.of(DisbursementRefusals.NOT_IN_THIS_STATE)
                .with("reference", o.reference())
                .with("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return o;
    }

    private DisbursementOrigin checkUnderWay() {
        return checkState(State.REQUESTED, State.REVIEWED, State.AWAITING_LEADER, State.APPROVED);
    }

    private DisbursementOrigin checkComesBack(Entry e) {
        DisbursementOrigin o = checkState(State.PAID);
        checkFrom(payeeSince.isAfter(day) ? payeeSince : day, e.day());
        checkWithin(e.amount());
        return o;
    }

    private DisbursementOrigin checkUntouched() {
        DisbursementOrigin o = checkState(State.PAID);
        boolean untouched = back.signum() == 0
                && reported.signum() == 0
                && recoveries.demanded().signum() == 0
                && payeeSince.equals(LocalDate.EPOCH);
        Guard.that(untouched, () -> Refusal.of(DisbursementRefusals.HAS_LATER_ENTRIES)
                .with("reference", o.reference()));
        return o;
    }

    private void checkWithin(BigDecimal wanted) {
        Guard.that(wanted.compareTo(net()) <= 0, () -> Refusal.of(DisbursementRefusals.EXCEEDS_PAID)
                .with("requested", wanted)
                .with("paid", net()));
    }

    private void checkNotBefore(LocalDate effectiveDate) {
        checkFrom(day, effectiveDate);
    }

    private void checkNotBeforeRequest(LocalDate paidOn) {
        LocalDate requested = requestedOn;
        if (requested != null && paidOn.isBefore(requested)) {
            throw Refusal.of(DisbursementRefusals.SETTLED_BEFORE_REQUEST)
                    .with("effectiveDate", paidOn)
                    .with("requestedOn", requested)
                    .asException();
        }
    }

    private static void checkFrom(LocalDate earlier, LocalDate effectiveDate) {
        Guard.that(!effectiveDate.isBefore(earlier), () -> Refusal.of(DisbursementRefusals.BEFORE_EARLIER_ENTRY)
                .with("effectiveDate", effectiveDate)
                .with("earlier", earlier));
    }

    private void checkOther(Person person) {
        Guard.that(!people.contains(person.id()), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    private void begin(DisbursementBegun e, String to, BigDecimal of, LocalDate on) {
        id = key(e.reference()).streamId();
        origin = new DisbursementOrigin(e.reference(), e.allocationNo(), e.fundCode(), e.year());
        currency = e.currency();
        payee = to;
        invoicePayee = to;
        amount = of;
        day = on;
        lastDay = on;
    }

    private void comeBack(BigDecimal of, LocalDate on) {
        back = back.add(of);
        lastDay = lastDay.isAfter(on) ? lastDay : on;
    }

    @EventSourcingHandler
    void on(DisbursementRequested e) {
        begin(e, e.payee(), e.amount(), e.effectiveDate());
        requestedOn = e.effectiveDate();
        accountId = e.accountId();
        invoiceNo = e.invoiceNo();
        tranche = e.tranche();
        people.add(e.requestedBy());
    }

    @EventSourcingHandler
    void on(DisbursementRecorded e) {
        begin(e, e.payee(), e.amount(), e.effectiveDate());
        accountId = e.accountId();
        invoiceNo = e.invoiceNo();
        tranche = e.tranche();
        state = State.PAID;
    }

    @EventSourcingHandler
    void on(DisbursementOpened e) {
        begin(e, e.payee(), e.amount(), e.effectiveDate());
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
        amount = e.amount();
        day = e.effectiveDate();
        lastDay = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(DisbursementReturned e) {
        comeBack(e.amount(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(DisbursementReversed e) {
        state = State.REVERSED;
    }

    @EventSourcingHandler
    void on(DisbursementCorrected e) {
        state = State.PAID;
        amount = e.amount();
        day = e.effectiveDate();
        lastDay = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(PayeeCorrected e) {
        payee = e.payee();
        payeeSince = e.effectiveDate();
        lastDay = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(RecoveryDemanded e) {
        recoveries.demand(e.recoveryId(), e.amount(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(RecoveryReceived e) {
        recoveries.change(e.recoveryId(), e.amount().negate());
        comeBack(e.amount(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(RecoveryWaived e) {
        recoveries.change(e.recoveryId(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(SpendingReported e) {
        reported = reported.add(e.amount());
    }
}
