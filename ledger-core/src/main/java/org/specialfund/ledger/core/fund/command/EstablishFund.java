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
 * Establishes a fund with the first version of its rules.
 *
 * @param kind {@code regular} or {@code entrusted}
 * @param mandate document of the mandator, for an entrusted fund
 * @param currency ISO 4217, frozen for the fund's life
 * @param termTo last day; null while open-ended
 * @param timeZone IANA zone in which "today" is decided
 * @param firstMonth of the fiscal year, 1 to 12
 * @param categories that money may be used for; empty allows any
 * @param leaderThreshold a payment at or above it needs the leader too; null where none does
 * @param approvalThreshold the limit that supervision rules watch; null where there is none
 * @param returnsTo where paid money that comes back goes: {@code allocation}, {@code year} or {@code treasury}
 * @param surplusTo {@code year} or {@code treasury}
 * @param lateReturnsTo {@code treasury} or {@code open-year}
 * @param noticeWorkingDays working days of a project's public notice; null for the usual five
 * @param reviewsRequired reviews that a project needs before its notice; null for the usual three
 * @param categoryRules what projects of a category need beyond that; a category left out needs nothing more
 * @param supervisionThresholds what supervision rules judge by; one left out is as usual
 */
@EventType(value = "fund.establish", revision = "3")
public record EstablishFund(
        String fundCode,
        String name,
        String kind,
        @Nullable String mandate,
        String currency,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
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
        @Nullable String documentSha256)
        implements LedgerCommand {

    /** Checks the form. */
    public EstablishFund {
        categories = categories == null ? List.of() : List.copyOf(categories);
        categoryRules = categoryRules == null ? List.of() : List.copyOf(categoryRules);
        supervisionThresholds = supervisionThresholds == null ? List.of() : List.copyOf(supervisionThresholds);
        Form form = new Form()
                .code("fundCode", fundCode)
                .text("name", name)
                .oneOf("kind", kind, List.of("regular", "entrusted"))
                .optionalText("mandate", mandate)
                .that("entrusted".equals(kind) == (mandate != null), "mandate", "required-for-entrusted-only")
                .date("termFrom", termFrom)
                .optionalDate("termTo", termTo)
                .that(termTo == null || termFrom == null || !termTo.isBefore(termFrom), "termTo", "before-start")
                .document(documentRef, documentSha256);
        FundTerms.checkCurrency(form, currency);
        FundTerms.checkRules(form, timeZone, firstMonth, categories, leaderThreshold, approvalThreshold);
        FundTerms.checkProjects(form, noticeWorkingDays, reviewsRequired, categoryRules);
        FundTerms.checkSupervision(form, supervisionThresholds);
        FundTerms.checkDestinations(form, returnsTo, surplusTo, lateReturnsTo);
        form.check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER, Role.CLERK).confirmedBy(Role.LEADER, Role.APPROVER);
    }
}
