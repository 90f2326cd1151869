package org.specialfund.ledger.projections.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment with what rules want to know of it.
 *
 * @param entries the events by which it was decided; empty until they are read
 * @param recipient of its allocation
 * @param returned what came back of the amount
 * @param paid false while it is under way
 * @param approver who approved it, or confirmed it where it was recorded in one step; null where nobody did yet, or
 *     the question did not ask for it
 * @param despite why it was accepted in spite of a bar; null where there was none
 * @param accountEntry the event that proposed the bank account; null where it names none
 * @param accountKnownAt when that was recorded
 */
public record PaymentRow(
        List<String> entries,
        String reference,
        String fundCode,
        int year,
        String payee,
        String recipient,
        BigDecimal amount,
        String currency,
        BigDecimal returned,
        LocalDate day,
        boolean paid,
        @Nullable Integer tranche,
        @Nullable String approver,
        @Nullable String despite,
        @Nullable String accountEntry,
        @Nullable Instant accountKnownAt) {

    /** Copies the entries. */
    public PaymentRow {
        entries = List.copyOf(entries);
    }

    /** The same, with the events by which it was decided. */
    public PaymentRow decidedBy(List<String> events) {
        return new PaymentRow(
                events,
                reference,
                fundCode,
                year,
                payee,
                recipient,
                amount,
                currency,
                returned,
                day,
                paid,
                tranche,
                approver,
                despite,
                accountEntry,
                accountKnownAt);
    }
}
