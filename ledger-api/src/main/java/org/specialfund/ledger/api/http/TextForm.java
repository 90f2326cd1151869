package org.specialfund.ledger.api.http;

/** The form of text that a client may send anywhere. */
public final class TextForm {

    private TextForm() {}

    /** Whether the text has no control character (but tab, line feed and carriage return) and no half a character. */
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
