package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that should have happened and did not.
 *
 * @param subject its number: of a project and milestone, an allocation and tranche, a payment, a proposal …
 * @param fundCode null where it is of no one fund
 * @param unit who answers for it; null where nobody outside the office does
 * @param since the day it was due, or since when it waits
 * @param days from that day to today
 * @param nextMove the roles of whom something is expected; none for a proposal, whose command says it
 * @param amount what is at stake, in the currency; null where no amount is
 * @param detail a word more: a state, a title, a number; null where there is none
 */
public record MissingStep(
        String kind,
        String subject,
        @Nullable String fundCode,
        @Nullable String unit,
        LocalDate since,
        long days,
        List<String> nextMove,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable String detail) {

    /** Copies the roles. */
    public MissingStep {
        nextMove = List.copyOf(nextMove);
    }

    /** The same, expected of those. */
    public MissingStep expectedOf(List<String> roles) {
        return new MissingStep(kind, subject, fundCode, unit, since, days, roles, currency, amount, detail);
    }
}
