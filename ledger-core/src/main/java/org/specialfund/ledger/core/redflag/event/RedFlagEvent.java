package org.specialfund.ledger.core.redflag.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a red flag. */
public sealed interface RedFlagEvent extends LedgerEvent permits RedFlagRaised, RedFlagDismissed, RedFlagConverted {

    /** Names the flag: follows from rule, version and subject. */
    String flagId();
}
