package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/**
 * Demanded money came back; the allocation posts where it went.
 *
 * @param destination {@code allocation}, {@code year}, {@code treasury} or {@code open-year}
 */
@EventType("disbursement.recovery-received")
public record RecoveryReceived(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String recoveryId,
        String destination,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, BankMovement {
    @Override
    public List<Posting> postings() {
        return PostingRules.recoveryEnded(fundCode, year, amount);
    }
}
