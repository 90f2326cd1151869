package org.specialfund.ledger.core.project.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A project was approved.
 *
 * @param amount that allocations may take together, over all years and funds
 */
@EventType("project.approved")
public record ProjectApproved(
        String projectNo,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
