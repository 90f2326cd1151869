package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as rules see it: requested, under way or paid; none that was rejected, cancelled or reversed.
 *
 * @param entries the events by which it was decided: requested, approved, paid; so nobody who did so dismisses a flag
 * @param day the effective date
 * @param tranche null where it is of none
 * @param approver opaque person id of who approved it, or confirmed it where the treasury had already paid; null where
 *     nobody did so yet
 */
public record Payment(
        List<String> entries,
        String reference,
        String payee,
        BigDecimal amount,
        LocalDate day,
        @Nullable Integer tranche,
        @Nullable String approver) {

    /** Copies the entries. */
    public Payment {
        entries = List.copyOf(entries);
    }
}
