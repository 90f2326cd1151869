package org.specialfund.ledger.core.posting;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An account of a fund year's book.
 *
 * @param allocation for {@code available}, {@code held} and {@code paid}; else null
 * @param payee for {@code paid}; else null
 */
public record Account(
        AccountKind kind,
        String fund,
        int year,
        @Nullable String allocation,
        @Nullable String payee) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Refuses an account that is not keyed as its kind demands. */
    public Account {
        if ((kind.key() == AccountKind.Key.YEAR) != (allocation == null)
                || (kind.key() == AccountKind.Key.PAYEE) != (payee != null)) {
            throw new IllegalArgumentException(
                    "account " + kind + " with allocation " + allocation + ", payee " + payee);
        }
    }

    /** An account keyed by fund and year. */
    public static Account of(AccountKind kind, String fund, int year) {
        return new Account(kind, fund, year, null, null);
    }

    /** An account keyed by allocation too. */
    public static Account of(AccountKind kind, String fund, int year, String allocation) {
        return new Account(kind, fund, year, allocation, null);
    }

    /** What was paid to a payee out of an allocation. */
    public static Account paid(String fund, int year, String allocation, String payee) {
        return new Account(AccountKind.PAID, fund, year, allocation, payee);
    }

    /**
     * The account's name, unique in the ledger: {@code unallocated.F.2025}, {@code available.A7},
     * {@code paid.A7.CN-USCC%3A…}; every part percent-encoded as UTF-8, the dot too.
     */
    public String name() {
        return switch (kind.key()) {
            case YEAR -> kind.prefix() + "." + encode(fund) + "." + year;
            case ALLOCATION -> kind.prefix() + "." + encode(String.valueOf(allocation));
            case PAYEE ->
                kind.prefix() + "." + encode(String.valueOf(allocation)) + "." + encode(String.valueOf(payee));
        };
    }

    private static String encode(String part) {
        StringBuilder encoded = new StringBuilder(part.length() + 8);
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
