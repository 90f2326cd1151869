package org.specialfund.ledger.core.fund.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A month of the fund was reconciled with its bank and signed by two people.
 *
 * @param year the fund year in which the month lies
 * @param month {@code 2026-03}
 * @param closingBalance by the bank's statement
 */
@EventType("fund.month-signed")
public record FundMonthSigned(
        String fundCode,
        int year,
        String month,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal closingBalance,
        String currency)
        implements FundEvent {}
