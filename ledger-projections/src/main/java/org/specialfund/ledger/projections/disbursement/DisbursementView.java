package org.specialfund.ledger.projections.disbursement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disbursement as it is now. What it does not name is null.
 *
 * @param state {@code requested}, {@code reviewed}, {@code awaiting-leader}, {@code approved}, {@code paid},
 *     {@code rejected}, {@code cancelled} or {@code reversed}
 * @param amount what is paid; what was requested while it is not
 * @param effectiveDate of the payment; of the request while it is not paid
 * @param returned came back of the payment, returns and recoveries
 * @param reported by the recipient as spent
 * @param despite why it was accepted in spite of a bar or suspension
 * @param reason of its rejection, cancellation, reversal or correction, whichever came last
 * @param requestedBy who requested or proposed it
 * @param settledBy who noted that the treasury paid
 * @param recordedAt of its first event
 */
public record DisbursementView(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        @Nullable String accountId,
        @Nullable String category,
        @Nullable String purpose,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String invoiceNo,
        @Nullable Integer tranche,
        String currency,
        String state,
        BigDecimal amount,
        LocalDate effectiveDate,
        BigDecimal returned,
        BigDecimal reported,
        @Nullable String bankAccount,
        @Nullable String bankReference,
        @Nullable Integer bankLine,
        @Nullable String despite,
        @Nullable String reason,
        @Nullable String documentRef,
        @Nullable String requestedBy,
        @Nullable String reviewedBy,
        List<String> approvedBy,
        @Nullable String settledBy,
        Instant recordedAt) {

    /** Copies the approvers. */
    public DisbursementView {
        approvedBy = List.copyOf(approvedBy);
    }
}
