package org.specialfund.ledger.core.payee;

import java.util.Locale;

/** The unified social credit code (统一社会信用代码), GB 32100-2015. */
final class CreditCode {

    private static final String SCHEME = "CN-USCC:";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    /** Whether a payee of that scheme has the right form and check digit; true for any other scheme. */
    static boolean holds(String payee) {
        if (!payee.toUpperCase(Locale.ROOT).startsWith(SCHEME)) {
            return true;
        }
        String code = payee.substring(SCHEME.length());
        if (code.length() != LENGTH || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return false;
        }
        int sum = 0;
        int weight = 1; // 3^i mod 31
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == (31 - sum % 31) % 31;
    }
}
