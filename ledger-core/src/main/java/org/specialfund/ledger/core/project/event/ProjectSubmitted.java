package org.specialfund.ledger.core.project.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A unit applied with a project; or applied again after it was sent back, with the same funds and years.
 *
 * @param applicant payee id of the unit
 * @param category use category, of the funds' rules
 * @param amount applied for, over all years and funds together
 * @param asksFor the fund years it asks for
 * @param submittedBy opaque person id
 */
@EventType("project.submitted")
public record ProjectSubmitted(
        String projectNo,
        String applicant,
        String title,
        String category,
        List<FundYearAsked> asksFor,
        BigDecimal amount,
        String currency,
        String submittedBy,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
