package org.specialfund.ledger.api.command;

/** Why. */
public record Reason(String reason) {}
