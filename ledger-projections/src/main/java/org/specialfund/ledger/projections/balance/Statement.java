package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account's statement, in order of effective date, then of recording.
 *
 * @param account with the closing balance
 * @param opening the balance before the first day of the statement
 * @param closing the balance at the end of its last day
 * @param next where the next page begins; null where this is the last
 */
public record Statement(
        AccountBalance account,
        BigDecimal opening,
        BigDecimal closing,
        List<Row> rows,
        @Nullable Cursor next) {

    /** Copies the rows. */
    public Statement {
        rows = List.copyOf(rows);
    }

    /**
     * One posting.
     *
     * @param leg its number within the event, from 0
     * @param type of the event, {@code allocation.issued}
     * @param documentRef null where the event names none
     * @param balanceAfter in the order of the statement
     */
    public record Row(
            long position,
            int leg,
            Instant recordedAt,
            LocalDate effectiveDate,
            String eventId,
            String type,
            @Nullable String documentRef,
            BigDecimal amount,
            BigDecimal balanceAfter) {}

    /** The place of a row in the statement. */
    public record Cursor(LocalDate effectiveDate, long position, int leg) {}
}
