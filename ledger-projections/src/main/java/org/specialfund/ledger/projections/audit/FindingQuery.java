package org.specialfund.ledger.projections.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which findings; null asks for all.
 *
 * @param dueFrom only those whose correction is due on that day or later
 * @param dueBefore only those whose correction is due before that day
 */
public record FindingQuery(
        @Nullable String auditNo,
        @Nullable String unit,
        @Nullable String severity,
        @Nullable String state,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore) {

    /** The word for a finding whose ordered correction is not submitted. */
    static final String TO_BE_CORRECTED = "to-be-corrected";

    /** Those whose correction was due before that day and is not submitted. */
    public static FindingQuery overdueOn(LocalDate day) {
        return new FindingQuery(null, null, null, TO_BE_CORRECTED, null, day);
    }
}
