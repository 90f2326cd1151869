package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** Money was reserved by a payment under way. */
@EventType("allocation.held")
public record FundsHeld(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        @Nullable Integer tranche,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.held(fundCode, year, allocationNo, amount);
    }
}
