package org.specialfund.ledger.core.payee.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a payee. */
public sealed interface PayeeEvent extends LedgerEvent
        permits AccountProposed, AccountVerified, PayeeBarred, PayeeRegistered, PayeeUnbarred, QualificationRecorded {

    /** Scheme and code. */
    String payee();
}
