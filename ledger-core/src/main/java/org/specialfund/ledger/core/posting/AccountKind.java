package org.specialfund.ledger.core.posting;

import java.util.Arrays;

/** The kinds of account. The prefix is part of stored names and frozen. */
public enum AccountKind {
    APPROPRIATED("appropriated", Key.YEAR, true, false),
    CARRIED_IN("carried-in", Key.YEAR, true, false),
    UNALLOCATED("unallocated", Key.YEAR, false, false),
    AVAILABLE("available", Key.ALLOCATION, false, false),
    HELD("held", Key.ALLOCATION, false, false),
    PAID("paid", Key.PAYEE, false, false),
    REPAID("repaid", Key.YEAR, false, false),
    RECLAIMED("reclaimed", Key.YEAR, false, false),
    CARRIED_OUT("carried-out", Key.YEAR, false, false),
    /** Memo: the other side of what is demanded back. */
    CLAIMS("claims", Key.YEAR, true, true),
    /** Memo: demanded back, neither received nor waived. */
    CLAIMED("claimed", Key.YEAR, false, true),
    /** Memo: the other side of what recipients report. */
    REPORTING("reporting", Key.YEAR, true, true),
    /** Memo: reported by recipients as spent. */
    REPORTED("reported", Key.YEAR, false, true);

    /** By what an account of this kind is keyed. */
    public enum Key {
        YEAR,
        ALLOCATION,
        PAYEE
    }

    private final String prefix;
    private final Key key;
    private final boolean mayBeNegative;
    private final boolean memo;

    AccountKind(String prefix, Key key, boolean mayBeNegative, boolean memo) {
        this.prefix = prefix;
        this.key = key;
        this.mayBeNegative = mayBeNegative;
        this.memo = memo;
    }

    /** First part of the account's name. */
    public String prefix() {
        return prefix;
    }

    /** By what an account of this kind is keyed. */
    public Key key() {
        return key;
    }

    /** Whether a balance below zero is ordinary. */
    public boolean mayBeNegative() {
        return mayBeNegative;
    }

    /** Whether it is one of a memo pair, outside the year's sum. */
    public boolean memo() {
        return memo;
    }

    /** The kind of that prefix; throws {@link IllegalArgumentException} where there is none. */
    public static AccountKind of(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix.equals(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account kind " + prefix));
    }
}
