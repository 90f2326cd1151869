package org.specialfund.ledger.core.allocation.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to an allocation. */
public sealed interface AllocationEvent extends LedgerEvent
        permits AllocationCarriedIn,
                AllocationCarriedOut,
                AllocationClosed,
                AllocationDecreased,
                AllocationEntryReversed,
                AllocationIncreased,
                AllocationIssued,
                AllocationOpened,
                AllocationReclaimed,
                AllocationResumed,
                AllocationSuspended,
                FundsHeld,
                FundsNotRestored,
                FundsRestored,
                FundsSpent,
                HoldReleased,
                OpeningPaymentRecorded,
                OpeningPaymentReversed,
                ReturnReversed,
                SurplusReturned,
                TrancheConditionConfirmed,
                TranchesAgreed,
                VirementGiven,
                VirementReceiptReversed,
                VirementReceived {

    /** Our own unique number. */
    String allocationNo();
}
