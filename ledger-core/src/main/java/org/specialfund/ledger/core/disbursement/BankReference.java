package org.specialfund.ledger.core.disbursement;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.disbursement.event.BankReferenceClaimed;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** One line of a bank statement: claimed by one payment, for ever. */
@AggregateRoot(type = "bank-reference")
@Revision("1")
public class BankReference {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<BankReference> TYPE =
            new AggregateType<>(BankReference.class, "bank-reference", 6, BankReference::new);

    @AggregateIdentifier
    private @Nullable String id;

    private String claimedBy = "";

    BankReference() {}

    static AggregateKey<BankReference> key(String bankAccount, String bankReference, int bankLine) {
        return TYPE.key(bankAccount + "/" + bankReference + "/" + bankLine);
    }

    List<DisbursementEvent> claim(
            String bankAccount, String bankReference, int bankLine, String reference, String payee) {
        Guard.that(id == null, () -> Refusal.of(DisbursementRefusals.BANK_REFERENCE_EXISTS)
                .with("bankReference", bankReference)
                .with("reference", claimedBy));
        return List.of(new BankReferenceClaimed(bankAccount, bankReference, bankLine, reference, payee));
    }

    @EventSourcingHandler
    void on(BankReferenceClaimed e) {
        id = key(e.bankAccount(), e.bankReference(), e.bankLine()).streamId();
        claimedBy = e.reference();
    }
}
