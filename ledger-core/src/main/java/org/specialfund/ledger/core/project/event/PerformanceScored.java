package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The result was evaluated (绩效).
 *
 * @param score 0 to 100
 * @param grade {@code excellent} (优), {@code good} (良), {@code fair} (中) or {@code poor} (差)
 */
@EventType("project.performance-scored")
public record PerformanceScored(
        String projectNo,
        int score,
        String grade,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
