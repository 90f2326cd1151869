package org.specialfund.ledger.api.exporting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;

/**
 * Names of accounts that hledger, ledger and beancount all accept: parts between colons, of letters, digits and
 * {@code -}, each beginning with a capital or a digit. Any other byte of a part (as UTF-8), and {@code -} itself, becomes
 * {@code -} and two hexadecimal digits; a part that would not begin as it must, or begins with {@code X}, gets an
 * {@code X} in front. Reversible: {@link #decode}.
 */
final class JournalNames {

    private static final String HEX = "0123456789ABCDEF";

    private JournalNames() {}

    /** The account's name: {@code Assets:Available:F1:2025:A7}. */
    static String of(Account account) {
        StringBuilder name = new StringBuilder(root(account.kind()))
                .append(':')
                .append(encode(account.fund()))
                .append(':')
                .append(account.year());
        if (account.allocation() != null) {
            name.append(':').append(encode(account.allocation()));
        }
        if (account.payee() != null) {
            name.append(':').append(encode(account.payee()));
        }
        return name.toString();
    }

    private static String root(AccountKind kind) {
        return switch (kind) {
            case APPROPRIATED -> "Equity:Appropriated";
            case CARRIED_IN -> "Equity:CarriedIn";
            case CARRIED_OUT -> "Equity:CarriedOut";
            case RECLAIMED -> "Equity:Reclaimed";
            case REPAID -> "Equity:Repaid";
            case UNALLOCATED -> "Assets:Unallocated";
            case AVAILABLE -> "Assets:Available";
            case HELD -> "Assets:Held";
            case PAID -> "Expenses:Paid";
            case CLAIMS -> "Equity:Memo:Claims";
            case CLAIMED -> "Assets:Memo:Claimed";
            case REPORTING -> "Equity:Memo:Reporting";
            case REPORTED -> "Assets:Memo:Reported";
        };
    }

    static String encode(String part) {
        StringBuilder encoded = new StringBuilder(part.length() + 8);
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('-').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
            }
        }
        char first = encoded.charAt(0);
        boolean begins = first >= 'A' && first <= 'Z' && first != 'X' || first >= '0' && first <= '9';
        return begins ? encoded.toString() : "X" + encoded;
    }

    /** The part that was encoded. */
    static String decode(String encoded) {
        String rest = encoded.startsWith("X") ? encoded.substring(1) : encoded;
        ByteBuffer bytes = ByteBuffer.allocate(rest.length());
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '-') {
                bytes.put((byte) Integer.parseInt(rest.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.put((byte) rest.charAt(i));
            }
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static boolean isPlain(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
    }
}
