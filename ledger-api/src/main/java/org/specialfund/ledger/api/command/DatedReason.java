package org.specialfund.ledger.api.command;

import java.time.LocalDate;

/** Why, and the day on which it counts. */
public record DatedReason(LocalDate effectiveDate, String reason) {}
