package org.specialfund.ledger.core.allocation.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Assigns money of a fund year to a recipient (指标下达).
 *
 * @param indicatorNo the authority's own number (指标文号), shared by many
 * @param originYear the year whose budget the money came from; null for the year itself
 */
@EventType(value = "allocation.issue", revision = "2")
public record IssueAllocation(
        String allocationNo,
        @Nullable String indicatorNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String category,
        @Nullable String planLine,
        @Nullable String projectNo,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String sourceLevel,
        @Nullable String purpose,
        @Nullable Integer originYear,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public IssueAllocation {
        new Form()
                .code("allocationNo", allocationNo)
                .optionalText("indicatorNo", indicatorNo)
                .code("fundCode", fundCode)
                .year("year", year)
                .payee("recipient", recipient)
                .optionalText("category", category)
                .optionalCode("planLine", planLine)
                .optionalCode("projectNo", projectNo)
                .optionalText("functionCode", functionCode)
                .optionalText("economicCode", economicCode)
                .optionalText("sourceLevel", sourceLevel)
                .optionalText("purpose", purpose)
                .optionalOriginYear(originYear, year)
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    /** The year whose budget the money came from. */
    public int origin() {
        return originYear == null ? year : originYear;
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
