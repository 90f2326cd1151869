package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money of a fund year that is not spent, by the year whose budget it came from.
 *
 * @param state of the fund year: {@code open} or {@code closing}
 * @param firstDay of the fund year
 * @param unallocated assigned to no allocation
 * @param available assigned, not spent and not held
 * @param held reserved by payments under way
 */
public record AgeingRow(
        String fundKind,
        String fundCode,
        int year,
        String state,
        LocalDate firstDay,
        int originYear,
        String currency,
        BigDecimal unallocated,
        BigDecimal available,
        BigDecimal held) {

    /** All of it. */
    public BigDecimal unspent() {
        return unallocated.add(available).add(held);
    }
}
