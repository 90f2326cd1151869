package org.specialfund.ledger.core.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every entry by document states.
 *
 * @param amount above zero, with the digits of the fund's currency
 * @param day the effective date
 */
public record Entry(
        BigDecimal amount,
        LocalDate day,
        String documentRef,
        @Nullable String documentSha256) {}
