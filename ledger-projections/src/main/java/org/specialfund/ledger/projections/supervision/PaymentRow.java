package org.specialfund.ledger.projections.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment with what rules want to know of it.
 *
 * @param group the payment whose neighbour it is: its own reference where no neighbours were asked for
 * @param entries the events by which it was decided
 * @param recipient of its allocation
 * @param paid false while it is under way
 * @param approver who approved it, or confirmed it where it was recorded in one step
 * @param despite why it was accepted in spite of a bar; null where there was none
 * @param limit for approval, by the fund's rules in force on its day; null where they name none
 * @param accountEntry the event that proposed the bank account; null where it names none
 * @param accountSince the day of that, in the fund's time zone
 * @param timeZone of the rules in force on its day; empty where none were
 */
public record PaymentRow(
        String group,
        List<String> entries,
        String reference,
        String fundCode,
        int year,
        String payee,
        String recipient,
        BigDecimal amount,
        LocalDate day,
        boolean paid,
        @Nullable Integer tranche,
        @Nullable String approver,
        @Nullable String despite,
        @Nullable BigDecimal limit,
        @Nullable String accountEntry,
        @Nullable LocalDate accountSince,
        String timeZone) {

    /** Copies the entries. */
    public PaymentRow {
        entries = List.copyOf(entries);
    }
}
