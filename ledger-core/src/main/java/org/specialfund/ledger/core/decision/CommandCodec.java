package org.specialfund.ledger.core.decision;

/** Keeps commands as data, under the name and revision of their {@code EventType}. Thread-safe. */
public interface CommandCodec {

    /** A command as data. */
    record Encoded(String name, String revision, String payload) {}

    /** The command as data. */
    Encoded encode(LedgerCommand command);

    /** The command of that data, brought up to its present revision. */
    LedgerCommand decode(Encoded data);
}
