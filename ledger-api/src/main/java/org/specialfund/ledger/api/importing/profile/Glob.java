package org.specialfund.ledger.api.importing.profile;

import java.util.Locale;

/** A pattern with {@code *} and {@code ?}, case ignored. Not a regular expression, which could run for ever. */
public record Glob(String pattern) {

    /** Whether the whole text is like the pattern; costs at most the product of the two lengths. */
    public boolean matches(String text) {
        String p = pattern.toLowerCase(Locale.ROOT);
        String t = text.toLowerCase(Locale.ROOT);
        int i = 0;
        int j = 0;
        int star = -1;
        int from = 0;
        while (i < t.length()) {
            if (j < p.length() && p.charAt(j) == '*') {
                star = j++;
                from = i;
            } else if (j < p.length() && (p.charAt(j) == '?' || p.charAt(j) == t.charAt(i))) {
                i++;
                j++;
            } else if (star >= 0) {
                j = star + 1;
                i = ++from;
            } else {
                return false;
            }
        }
        while (j < p.length() && p.charAt(j) == '*') {
            j++;
        }
        return j == p.length();
    }
}
