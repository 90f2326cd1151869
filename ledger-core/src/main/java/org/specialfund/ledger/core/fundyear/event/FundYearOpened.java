package org.specialfund.ledger.core.fundyear.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The book of a fund for one fiscal year was opened. */
@EventType("fund-year.opened")
public record FundYearOpened(
        String fundCode,
        int year,
        String currency,
        LocalDate firstDay,
        LocalDate lastDay,
        String documentRef,
        @Nullable String documentSha256)
        implements FundYearEvent {}
