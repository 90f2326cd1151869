package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as rules see it: requested, under way or paid; none that was rejected, cancelled or reversed.
 *
 * @param entries the events by which it was decided: requested, approved, paid; so nobody who did so dismisses a flag
 * @param returned what came back of the amount, however
 * @param day the effective date
 * @param tranche null where it is of none
 */
public record Payment(
        List<String> entries,
        String reference,
        String payee,
        BigDecimal amount,
        BigDecimal returned,
        LocalDate day,
        @Nullable Integer tranche) {

    /** Copies the entries. */
    public Payment {
        entries = List.copyOf(entries);
    }

    /** Whether nothing of it is left. */
    boolean whollyCameBack() {
        return returned.compareTo(amount) >= 0;
    }
}
