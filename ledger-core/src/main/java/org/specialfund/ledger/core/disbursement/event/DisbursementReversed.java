package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The payment's entry was reversed, whole (冲正); the allocation posts it.
 *
 * @param correction whether a new entry follows in the same unit of work
 * @param destination {@code allocation}, {@code year}, {@code treasury} or {@code open-year};
 *     {@code opening} where it was taken out of the ledger with the opening of its allocation
 */
@EventType("disbursement.reversed")
public record DisbursementReversed(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        boolean correction,
        String destination,
        String reason,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, BankMovement {

    /** What was taken over by an opening, the bank showed before the ledger began. */
    @Override
    public boolean movesBank() {
        return !destination.equals("opening");
    }
}
