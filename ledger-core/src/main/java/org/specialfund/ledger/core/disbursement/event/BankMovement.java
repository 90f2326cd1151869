package org.specialfund.ledger.core.disbursement.event;

import org.specialfund.ledger.core.posting.MoneyEvent;

/** An event by which what the bank should show of a payment changes. */
public sealed interface BankMovement extends MoneyEvent
        permits DisbursementSettled,
                DisbursementRecorded,
                DisbursementCorrected,
                DisbursementReversed,
                DisbursementReturned,
                DisbursementEntryReversed,
                RecoveryReceived {

    /** Whether this one does: not what moved no money at the bank, or before the ledger began. */
    default boolean movesBank() {
        return true;
    }
}
