package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;

/**
 * An account and what it holds.
 *
 * @param account its name, {@code available.A7}
 * @param allocation null for accounts of a whole year
 * @param payee for {@code paid} only
 * @param balance with the digits of the currency; negative where the account gave more than it got
 */
public record AccountBalance(
        String account,
        AccountKind kind,
        String fund,
        int year,
        @Nullable String allocation,
        @Nullable String payee,
        String currency,
        BigDecimal balance) {}
