package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.Account;

/**
 * An event that posts, with its legs; they sum to zero.
 *
 * @param type of the event, {@code allocation.issued}
 * @param documentRef null where the event names none
 */
public record JournalEntry(
        long position,
        Instant recordedAt,
        LocalDate effectiveDate,
        String eventId,
        String type,
        @Nullable String documentRef,
        String currency,
        List<Leg> legs) {

    /** Copies the legs. */
    public JournalEntry {
        legs = List.copyOf(legs);
    }

    /** One posting. */
    public record Leg(Account account, BigDecimal amount) {}
}
