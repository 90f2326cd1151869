package org.specialfund.ledger.core.fund.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.fund.FundTerms;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fund.event.SupervisionThreshold;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Replaces the fund's rules, whole, from a later day on; the fields mean what they mean in {@link EstablishFund}.
 *
 * @param appliesFrom first day of the new version; after today and after every carry-over that is dated ahead, so that
 *     no event can have cited the old one for it
 * @param expectedVersion the version in force that this replaces, as the proposer saw it; null where it does not
 *     matter. A race is decided by the aggregate
 */
@EventType(value = "fund.amend-rules", revision = "4")
public record AmendRules(
        String fundCode,
        LocalDate appliesFrom,
        String timeZone,
        int firstMonth,
        List<String> categories,
        @Nullable BigDecimal leaderThreshold,
        @Nullable BigDecimal approvalThreshold,
        String returnsTo,
        String surplusTo,
        String lateReturnsTo,
        @Nullable Integer noticeWorkingDays,
        @Nullable Integer reviewsRequired,
        List<CategoryRule> categoryRules,
        List<SupervisionThreshold> supervisionThresholds,
        String documentRef,
        @Nullable String documentSha256,
        @Nullable Integer expectedVersion)
        implements LedgerCommand {

    /** Checks the form. */
    public AmendRules {
        categories = categories == null ? List.of() : List.copyOf(categories);
        categoryRules = categoryRules == null ? List.of() : List.copyOf(categoryRules);
        supervisionThresholds = supervisionThresholds == null ? List.of() : List.copyOf(supervisionThresholds);
        Form form = new Form()
                .code("fundCode", fundCode)
                .date("appliesFrom", appliesFrom)
                .document(documentRef, documentSha256);
        FundTerms.checkRules(form, timeZone, firstMonth, categories, leaderThreshold, approvalThreshold);
        FundTerms.checkProjects(form, noticeWorkingDays, reviewsRequired, categoryRules);
        FundTerms.checkSupervision(form, supervisionThresholds);
        FundTerms.checkDestinations(form, returnsTo, surplusTo, lateReturnsTo);
        form.check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER).confirmedBy(Role.LEADER);
    }
}
