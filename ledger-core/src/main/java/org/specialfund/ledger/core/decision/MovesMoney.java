package org.specialfund.ledger.core.decision;

import java.math.BigDecimal;
import org.specialfund.ledger.core.shared.Amounts;

/** A command about an amount, whose sign is checked before anything else. */
public interface MovesMoney extends LedgerCommand {

    /** In units of the fund's currency. */
    BigDecimal amount();

    /** Refuses an amount that is not above zero. */
    @Override
    default void checkSign() {
        Amounts.checkPositive(amount());
    }
}
