package org.specialfund.ledger.core.project.event;

/** A fund year that a project asks for. */
public record FundYearAsked(String fundCode, int year) {}
