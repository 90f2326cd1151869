package org.specialfund.ledger.core.fundyear.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Carries unallocated money into the next year; both legs bear the next year's first day.
 *
 * @param originYear the year whose budget it came from
 * @param authorisingDocument needed for money unspent for two consecutive years
 */
@EventType("fund-year.carry-over")
public record CarryOverUnallocated(
        String fundCode,
        int year,
        int originYear,
        BigDecimal amount,
        @Nullable String authorisingDocument,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public CarryOverUnallocated {
        new Form()
                .code("fundCode", fundCode)
                .year("year", year)
                .year("originYear", originYear)
                .amount("amount", amount)
                .optionalText("authorisingDocument", authorisingDocument)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
