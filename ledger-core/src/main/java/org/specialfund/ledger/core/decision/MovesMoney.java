package org.specialfund.ledger.core.decision;

import java.math.BigDecimal;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** A command about an amount, whose sign is checked before anything else. */
public interface MovesMoney extends LedgerCommand {

    /** In units of the fund's currency. */
    BigDecimal amount();

    /** Refuses an amount that is not above zero. */
    default void checkSign() {
        Guard.that(amount().signum() > 0, () -> Refusal.of(CommonRefusals.AMOUNT_NOT_POSITIVE)
                .with("requested", amount()));
    }
}
