package org.specialfund.ledger.core.audit.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * An audit was planned.
 *
 * @param kind {@code regular}, {@code special} or {@code follow-up}
 * @param team opaque person ids
 * @param currency of all its funds
 * @param timeZone of the first of its funds: it tells the audit's "today"
 */
@EventType("audit.planned")
public record AuditPlanned(
        String auditNo,
        String title,
        String kind,
        List<String> fundCodes,
        List<Integer> years,
        List<String> team,
        String currency,
        String timeZone,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements AuditEvent {
    /** Copies the lists. */
    public AuditPlanned {
        fundCodes = List.copyOf(fundCodes);
        years = List.copyOf(years);
        team = List.copyOf(team);
    }
}
