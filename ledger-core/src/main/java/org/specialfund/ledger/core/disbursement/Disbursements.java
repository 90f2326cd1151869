package org.specialfund.ledger.core.disbursement;

import java.util.List;
import java.util.stream.Stream;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;

/** What disbursements bring to the ledger. */
public final class Disbursements {

    /** What disbursements bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            DisbursementEvent.class,
            List.of(Disbursement.TYPE, BankReference.TYPE),
            List.of(),
            Stream.of(
                            BeginHandlers.ALL,
                            PaymentHandlers.ALL,
                            ReturnHandlers.ALL,
                            List.<Handler<?>>of(OpeningHandler.HANDLER))
                    .<Handler<?>>flatMap(List::stream)
                    .toList(),
            DisbursementRefusals.class);

    private Disbursements() {}
}
