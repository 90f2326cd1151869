package org.specialfund.ledger.core.fundyear.command;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocation that a ledger which starts in mid-life takes over.
 *
 * @param available what is available; zero where nothing is
 * @param originYear the year whose budget the money came from
 * @param payments made before, each with what is paid net
 */
public record OpeningAllocation(
        String allocationNo,
        @Nullable String indicatorNo,
        String recipient,
        @Nullable String category,
        int originYear,
        BigDecimal available,
        List<OpeningPayment> payments) {

    /** Copies the payments. */
    public OpeningAllocation {
        payments = payments == null ? List.of() : List.copyOf(payments);
    }

    /** A payment made before the ledger began. */
    public record OpeningPayment(String reference, String payee, BigDecimal paid) {}
}
