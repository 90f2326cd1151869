package org.specialfund.ledger.core.fund.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a fund. */
public sealed interface FundEvent extends LedgerEvent
        permits FundEstablished, FundRulesSet, FundYearAdded, FundMonthSigned, FundSuspended, FundResumed, FundClosed {

    /** The fund. */
    String fundCode();
}
