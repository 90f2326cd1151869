package org.specialfund.ledger.projections.disbursement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What disbursements are wanted; null asks for all.
 *
 * @param recipient of the allocation that pays: the unit that answers for the money
 * @param underWay true for those that hold money: requested to approved
 * @param from first effective date
 * @param to last effective date
 */
public record DisbursementQuery(
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String allocationNo,
        @Nullable String recipient,
        @Nullable String payee,
        @Nullable String state,
        @Nullable Boolean underWay,
        @Nullable String invoiceNo,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Those of an allocation. */
    public static DisbursementQuery ofAllocation(String allocationNo) {
        return new DisbursementQuery(null, null, allocationNo, null, null, null, null, null, null, null);
    }
}
