package org.specialfund.ledger.core.disbursement.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a disbursement. */
public sealed interface DisbursementEvent extends LedgerEvent
        permits BankReferenceClaimed,
                DisbursementApproved,
                DisbursementCancelled,
                DisbursementCorrected,
                DisbursementEntryReversed,
                DisbursementOpened,
                DisbursementRecorded,
                DisbursementRejected,
                DisbursementRequested,
                DisbursementReturned,
                DisbursementReversed,
                DisbursementReviewed,
                DisbursementSettled,
                PayeeCorrected,
                RecoveryDemanded,
                RecoveryReceived,
                RecoveryWaived,
                SpendingReported {

    /** Our own unique reference. */
    String reference();

    /** Who is paid. */
    String payee();
}
