package org.specialfund.ledger.core.fundyear.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a fund year. */
public sealed interface FundYearEvent extends LedgerEvent
        permits AllocationCarriedIn,
                AllocationCarriedOut,
                AllocationOpened,
                BudgetAppropriated,
                BudgetIncreased,
                BudgetReduced,
                CarryOverReceived,
                ClosingStarted,
                CommitmentMoved,
                Committed,
                FundYearOpened,
                LateReturnReceived,
                LateReturnReversed,
                OpeningRecorded,
                PlanSet,
                Released,
                YearCarriedOver,
                YearClosed,
                YearEntryReversed,
                YearReclaimed {

    /** The fund. */
    String fundCode();

    /** The fiscal year. */
    int year();
}
