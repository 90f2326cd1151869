package org.specialfund.ledger.api.importing.reading;

import java.io.IOException;

/** A file of which nothing more can be read: no workbook, no such sheet, beyond a limit. The message is for people. */
@SuppressWarnings("serial") // never serialized
public final class UnreadableFileException extends IOException {

    private final String code;

    /** Says why. */
    public UnreadableFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }
}
