package org.specialfund.ledger.core.fundyear.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Increases or reduces a fund year's budget by document.
 *
 * @param direction {@code increase} or {@code reduce}
 */
@EventType("fund-year.adjust-budget")
public record AdjustBudget(
        String fundCode,
        int year,
        String direction,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public AdjustBudget {
        new Form()
                .code("fundCode", fundCode)
                .year("year", year)
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .oneOf("direction", direction, List.of("increase", "reduce"))
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
