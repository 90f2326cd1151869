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
 * Paid money came back and may be spent again.
 *
 * @param cause {@code returned}, {@code recovered}, {@code reversed} or {@code corrected}
 */
@EventType("allocation.restored")
public record FundsRestored(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        @Nullable Integer tranche,
        String cause,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.restored(fundCode, year, allocationNo, payee, amount);
    }
}
