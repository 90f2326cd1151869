package org.specialfund.ledger.api.importing.plan;

/** A file that cannot be imported under its profile at all. The message is for people. */
@SuppressWarnings("serial") // never serialized
public final class RejectedFileException extends RuntimeException {

    private final String code;

    /** Says why. */
    public RejectedFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }
}
