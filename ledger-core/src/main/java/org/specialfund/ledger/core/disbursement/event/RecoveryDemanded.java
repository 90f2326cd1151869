package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** Paid money was demanded back (追回). */
@EventType("disbursement.recovery-demanded")
public record RecoveryDemanded(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String recoveryId,
        String reason,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.recoveryDemanded(fundCode, year, amount);
    }
}
