package org.specialfund.ledger.core.fund.event;

import org.specialfund.ledger.core.posting.EventType;

/** A fund year was opened. */
@EventType("fund.year-added")
public record FundYearAdded(String fundCode, int year) implements FundEvent {}
