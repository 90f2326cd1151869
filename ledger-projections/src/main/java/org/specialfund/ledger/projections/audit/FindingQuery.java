package org.specialfund.ledger.projections.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which findings; null asks for all.
 *
 * @param overdueOn only those whose correction was due before that day and is not submitted
 */
public record FindingQuery(
        @Nullable String auditNo,
        @Nullable String unit,
        @Nullable String severity,
        @Nullable String state,
        @Nullable LocalDate overdueOn) {}
