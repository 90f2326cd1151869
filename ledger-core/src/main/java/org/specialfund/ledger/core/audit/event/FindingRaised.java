package org.specialfund.ledger.core.audit.event;

import java.util.List;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A finding was raised; another person confirms it.
 *
 * @param severity {@code minor}, {@code major} or {@code severe}
 * @param unit the payee id of the audited unit that answers for it
 * @param entries the events it rests on, {@code stream@sequence}
 * @param allocationNos the unit's allocations that it concerns; a confirmed severe finding suspends them
 * @param raisedBy opaque person id
 */
@EventType("finding.raised")
public record FindingRaised(
        String findingId,
        String auditNo,
        String title,
        String statement,
        String severity,
        String unit,
        List<String> entries,
        List<String> allocationNos,
        String raisedBy)
        implements FindingEvent {
    /** Copies the lists. */
    public FindingRaised {
        entries = List.copyOf(entries);
        allocationNos = List.copyOf(allocationNos);
    }
    /** Whether it stops payments once it is confirmed. */
    public boolean severe() {
        return severity.equals("severe");
    }
}
