package org.specialfund.ledger.projections.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding.
 *
 * @param state {@code raised}, {@code confirmed}, {@code to-be-corrected}, {@code correction-submitted},
 *     {@code withdrawn}, {@code cleared} or {@code referred}
 * @param entries the events it rests on
 * @param suspends the allocations whose payments it stops now
 * @param dueDate of the correction; null while none is ordered
 * @param orderedBy opaque person id; null while none is ordered
 * @param orderedAs in which role
 * @param escalatedFor the last due date that passed and was noted; null where none was
 * @param steps what was done about it, in order; none in lists
 */
public record FindingView(
        String findingId,
        String auditNo,
        long position,
        String title,
        String statement,
        String severity,
        String unit,
        List<String> entries,
        List<String> allocationNos,
        String state,
        List<String> suspends,
        @Nullable String demand,
        @Nullable LocalDate dueDate,
        @Nullable String orderedBy,
        @Nullable String orderedAs,
        @Nullable LocalDate escalatedFor,
        List<Step> steps) {

    /** Copies the lists. */
    public FindingView {
        entries = List.copyOf(entries);
        allocationNos = List.copyOf(allocationNos);
        suspends = List.copyOf(suspends);
        steps = List.copyOf(steps);
    }

    /** Whether its correction is due and not submitted by the end of the day before. */
    public boolean overdue(LocalDate today) {
        return state.equals(FindingQuery.TO_BE_CORRECTED) && dueDate != null && today.isAfter(dueDate);
    }

    /**
     * A step.
     *
     * @param type of the event
     * @param said what was said: a reason, a response, a demand; null where nothing was
     */
    public record Step(
            long position,
            String type,
            String actor,
            String role,
            Instant recordedAt,
            @Nullable String said,
            @Nullable String documentRef,
            @Nullable LocalDate dueDate) {}
}
