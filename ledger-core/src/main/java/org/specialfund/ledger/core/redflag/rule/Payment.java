package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment as rules see it: requested, under way or paid; none that was rejected, cancelled or reversed.
 *
 * @param entry the event that began it
 * @param day the effective date
 * @param tranche null where it is of none
 * @param approver opaque person id of who approved it, or confirmed it where the treasury had already paid; null where
 *     nobody did so yet
 */
public record Payment(
        String entry,
        String reference,
        String payee,
        BigDecimal amount,
        LocalDate day,
        @Nullable Integer tranche,
        @Nullable String approver) {}
