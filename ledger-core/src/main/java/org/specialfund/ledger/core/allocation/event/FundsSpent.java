package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/**
 * A payment was made.
 *
 * @param held the whole reservation behind it; zero for a payment recorded in one step
 */
@EventType("allocation.spent")
public record FundsSpent(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        @Nullable Integer tranche,
        BigDecimal held,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.spent(fundCode, year, allocationNo, payee, amount, held);
    }
}
