package org.specialfund.ledger.core.posting;

import java.math.BigDecimal;

/**
 * One leg of an entry; the legs of an event sum to zero.
 *
 * @param amount with the digits of the fund's currency; negative where the account gives
 */
public record Posting(Account account, BigDecimal amount) {}
