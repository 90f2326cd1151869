package org.specialfund.ledger.api.importing.profile;

/** A cell that does not say what its field needs. Has no stack trace: it is an ordinary answer about a row. */
@SuppressWarnings("serial") // never serialized
public final class BadCellException extends RuntimeException {

    private final String code;

    /** Says why: {@code not-a-number}, {@code not-a-date} … */
    public BadCellException(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }
}
