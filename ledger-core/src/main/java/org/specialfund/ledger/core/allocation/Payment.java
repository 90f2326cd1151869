package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation is told of a payment.
 *
 * @param amount above zero, with the digits of the fund's currency
 * @param day the effective date
 */
public record Payment(
        String reference, String payee, @Nullable Integer tranche, BigDecimal amount, LocalDate day) {

    /** The same payment with another amount and day. */
    public Payment of(BigDecimal otherAmount, LocalDate otherDay) {
        return new Payment(reference, payee, tranche, otherAmount, otherDay);
    }
}
