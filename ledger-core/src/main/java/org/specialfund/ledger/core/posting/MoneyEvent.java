package org.specialfund.ledger.core.posting;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An event that moves money, or whose partner in the same unit of work does. */
public interface MoneyEvent extends LedgerEvent {

    /** The fund. */
    String fundCode();

    /** The fund year. */
    int year();

    /** Above zero, or zero where an opening says so; with the digits of the currency. */
    BigDecimal amount();

    /** ISO 4217 code. */
    String currency();

    /** The day on which it counts. */
    LocalDate effectiveDate();
}
