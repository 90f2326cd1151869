package org.specialfund.ledger.core.fundyear.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Takes unallocated money back by document.
 *
 * @param originYear the year whose budget the money came from; null for the year itself
 */
@EventType(value = "fund-year.reclaim", revision = "2")
public record ReclaimUnallocated(
        String fundCode,
        int year,
        @Nullable Integer originYear,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public ReclaimUnallocated {
        new Form()
                .code("fundCode", fundCode)
                .year("year", year)
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
