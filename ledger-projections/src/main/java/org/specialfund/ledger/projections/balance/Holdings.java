package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;

/**
 * What an allocation holds, each with the digits of its currency.
 *
 * @param available not spent and not held
 * @param held reserved by payments under way
 * @param paid net of what came back
 */
public record Holdings(BigDecimal available, BigDecimal held, BigDecimal paid) {

    /** All that it answers for. */
    public BigDecimal allocated() {
        return available.add(held).add(paid);
    }

    Holdings plus(AccountBalance account) {
        BigDecimal amount = account.balance();
        return switch (account.kind()) {
            case AVAILABLE -> new Holdings(available.add(amount), held, paid);
            case HELD -> new Holdings(available, held.add(amount), paid);
            case PAID -> new Holdings(available, held, paid.add(amount));
            default -> throw new IllegalArgumentException(account.account() + " is not an allocation's");
        };
    }
}
