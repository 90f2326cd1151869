package org.specialfund.ledger.core.project.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.project.event.FundYearAsked;
import org.specialfund.ledger.core.shared.Role;

/**
 * A unit applies with a project, for itself; or again after it was sent back, for the same fund years.
 *
 * @param applicant payee id of the unit
 * @param category use category, of the funds' rules
 * @param amount applied for, over all years and funds together
 * @param asksFor the fund years it asks for, in one currency
 */
@EventType("project.submit")
public record SubmitProject(
        String projectNo,
        String applicant,
        String title,
        String category,
        List<FundYearAsked> asksFor,
        BigDecimal amount,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {

    private static final int MOST = 50;

    /** Checks the form. */
    public SubmitProject {
        asksFor = asksFor == null ? List.of() : List.copyOf(asksFor);
        Form form = new Form()
                .code("projectNo", projectNo)
                .payee("applicant", applicant)
                .text("title", title)
                .text("category", category)
                .list("asksFor", asksFor, MOST)
                .that(asksFor.stream().distinct().count() == asksFor.size(), "asksFor", "repeated")
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .optionalDocument(documentRef, documentSha256);
        asksFor.forEach(asked -> form.code("asksFor.fundCode", asked.fundCode()).year("asksFor.year", asked.year()));
        form.check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT);
    }
}
