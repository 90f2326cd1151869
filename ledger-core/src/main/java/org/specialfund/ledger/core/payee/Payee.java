package org.specialfund.ledger.core.payee;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.payee.command.BarPayee;
import org.specialfund.ledger.core.payee.command.ProposeAccount;
import org.specialfund.ledger.core.payee.command.RecordQualification;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.payee.command.UnbarPayee;
import org.specialfund.ledger.core.payee.command.VerifyAccount;
import org.specialfund.ledger.core.payee.event.AccountProposed;
import org.specialfund.ledger.core.payee.event.AccountVerified;
import org.specialfund.ledger.core.payee.event.PayeeBarred;
import org.specialfund.ledger.core.payee.event.PayeeEvent;
import org.specialfund.ledger.core.payee.event.PayeeRegistered;
import org.specialfund.ledger.core.payee.event.PayeeUnbarred;
import org.specialfund.ledger.core.payee.event.QualificationRecorded;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** A payee: its bank accounts, each proposed by one person and verified by another, and whether it is barred. */
@AggregateRoot(type = "payee")
@Revision("1")
public class Payee {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Payee> TYPE = new AggregateType<>(Payee.class, "payee", 5, Payee::new);

    private static final String VERIFIED = "";

    @AggregateIdentifier
    private @Nullable String id;

    private String payee = "";
    private boolean barred;

    /** Who proposed each account; empty once it is verified. */
    private final Map<String, String> proposers = new TreeMap<>();

    Payee() {}

    List<PayeeEvent> register(RegisterPayee c) {
        Guard.that(id == null, () -> Refusal.of(
                        payee.equals(c.payee()) ? PayeeRefusals.PAYEE_EXISTS : CommonRefusals.DIFFERS_ONLY_BY_CASE)
                .with("payee", c.payee())
                .with("requested", c.payee())
                .with("existing", payee));
        Guard.that(
                CreditCode.holds(c.payee()) || c.checkDigitOverride() != null,
                () -> Refusal.of(PayeeRefusals.WRONG_CHECK_DIGIT).with("payee", c.payee()));
        return List.of(new PayeeRegistered(c.payee(), c.kind(), c.name(), c.checkDigitOverride()));
    }

    List<PayeeEvent> proposeAccount(ProposeAccount c, String proposer) {
        checkExists(c.payee());
        Guard.that(!proposers.containsKey(c.accountId()), () -> Refusal.of(PayeeRefusals.ACCOUNT_EXISTS)
                .with("payee", payee)
                .with("accountId", c.accountId()));
        return List.of(new AccountProposed(payee, c.accountId(), c.accountHash(), c.lastFour(), c.bank(), proposer));
    }

    List<PayeeEvent> verifyAccount(VerifyAccount c, String verifier) {
        checkExists(c.payee());
        String proposer = Guard.present(proposers.get(c.accountId()), () -> Refusal.of(PayeeRefusals.UNKNOWN_ACCOUNT)
                .with("payee", payee)
                .with("accountId", c.accountId()));
        Guard.that(!proposer.equals(verifier), () -> Refusal.of(CommonRefusals.SAME_PERSON));
        Guard.that(!proposer.equals(VERIFIED), () -> Refusal.of(PayeeRefusals.ACCOUNT_VERIFIED)
                .with("accountId", c.accountId()));
        return List.of(new AccountVerified(payee, c.accountId(), c.documentRef(), c.documentSha256()));
    }

    List<PayeeEvent> recordQualification(RecordQualification c) {
        checkExists(c.payee());
        return List.of(new QualificationRecorded(
                payee, c.category(), c.qualification(), c.validTo(), c.documentRef(), c.documentSha256()));
    }

    List<PayeeEvent> bar(BarPayee c) {
        checkExists(c.payee());
        return List.of(new PayeeBarred(payee, c.from(), c.to(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    List<PayeeEvent> unbar(UnbarPayee c) {
        checkExists(c.payee());
        Guard.that(barred, () -> Refusal.of(PayeeRefusals.PAYEE_NOT_BARRED).with("payee", payee));
        return List.of(new PayeeUnbarred(payee, c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    private void checkExists(String asked) {
        Guard.that(id != null && payee.equals(asked), () -> Refusal.of(PayeeRefusals.UNKNOWN_PAYEE)
                .with("payee", asked));
    }

    @EventSourcingHandler
    void on(PayeeRegistered e) {
        id = TYPE.key(e.payee()).streamId();
        payee = e.payee();
    }

    @EventSourcingHandler
    void on(AccountProposed e) {
        proposers.put(e.accountId(), e.proposedBy());
    }

    @EventSourcingHandler
    void on(AccountVerified e) {
        proposers.put(e.accountId(), VERIFIED);
    }

    @EventSourcingHandler
    void on(PayeeBarred e) {
        barred = true;
    }

    @EventSourcingHandler
    void on(PayeeUnbarred e) {
        barred = false;
    }
}
