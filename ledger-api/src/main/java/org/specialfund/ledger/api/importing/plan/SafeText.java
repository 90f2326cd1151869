package org.specialfund.ledger.api.importing.plan;

import java.util.regex.Pattern;

/**
 * Keeps text in files that we write from running as a formula where a spreadsheet program opens them (CWE-1236), by an
 * apostrophe before it, which is taken away again where such a file comes back.
 */
public final class SafeText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,]*");
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    /** The text, guarded where it could be taken for a formula. A plain negative number is none. */
    public static String of(String text) {
        boolean risky = startsAFormula(text, 0) && !NUMBER.matcher(text).matches();
        return risky || isGuarded(text) ? "'" + text : text;
    }

    /** Whether the text bears our apostrophe. */
    static boolean isGuarded(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at > 0 && startsAFormula(text, at);
    }

    private static boolean startsAFormula(String text, int at) {
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
