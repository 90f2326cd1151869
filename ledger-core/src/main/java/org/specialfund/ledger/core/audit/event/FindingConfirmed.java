package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import java.util.List;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A second person confirmed the finding.
 *
 * @param suspends the allocations whose payments it stops from that day on
 * @param confirmedBy opaque person id
 */
@EventType("finding.confirmed")
public record FindingConfirmed(
        String findingId, LocalDate effectiveDate, String reason, List<String> suspends, String confirmedBy)
        implements FindingEvent {
    /** Copies the list. */
    public FindingConfirmed {
        suspends = List.copyOf(suspends);
    }
}
