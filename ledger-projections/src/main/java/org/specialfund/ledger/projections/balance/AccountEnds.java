package org.specialfund.ledger.projections.balance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;

/**
 * All accounts of a ledger by what their names are made of, without their names: some seventy bytes each. Not
 * thread-safe.
 */
final class AccountEnds {

    /** Of an account, in bytes: itself, and up to four slots of the table. */
    private static final int SIZE = 80;

    /** Of a word, in bytes, with its place in the map. */
    private static final int WORD = 128;

    /** The part of the heap that they may take. */
    private static final int SHARE = 3;

    private static final int PART = 30;

    private long room = Runtime.getRuntime().maxMemory() / SHARE;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<AccountEnd.Unit, AccountEnd.Unit> units = new HashMap<>();
    private @Nullable AccountEnd[] slots = new AccountEnd[1 << 12];
    private int size;

    /** The account; null where it is new. */
    @Nullable
    AccountEnd get(Account account) {
        return slots[slot(slots, key(account))];
    }

    /** Adds a new account; its id is the next. */
    AccountEnd add(Account account, AccountEnd.Unit unit) {
        if (size * 2 >= slots.length) {
            @Nullable AccountEnd[] larger = new AccountEnd[slots.length * 2];
            forEach(end -> larger[slot(larger, end.key)] = end);
            slots = larger;
        }
        AccountEnd end = new AccountEnd(key(account), ++size, units.computeIfAbsent(unit, same -> same));
        slots[slot(slots, end.key)] = end;
        grew(SIZE);
        return end;
    }

    /** Notes that one takes more memory than before, in bytes. */
    void grew(int bytes) {
        room -= bytes;
    }

    boolean hasRoom() {
        return room > 0;
    }

    void forEach(Consumer<AccountEnd> each) {
        Stream<@Nullable AccountEnd> all = Arrays.stream(slots);
        all.filter(Objects::nonNull).map(Objects::requireNonNull).forEach(each);
    }

    /** Its own, or the free one where it would be. */
    private static int slot(@Nullable AccountEnd[] slots, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & slots.length - 1;
        for (AccountEnd end = slots[slot]; end != null && end.key != key; end = slots[slot]) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** The same for two accounts exactly where their names are the same. */
    private long key(Account account) {
        AccountKind kind = account.kind();
        return switch (kind.key()) {
            case YEAR -> key(kind, word(account.fund()), account.year());
            case ALLOCATION -> key(kind, word(account.allocation()), 0);
            case PAYEE -> key(kind, word(account.allocation()), word(account.payee()));
        };
    }

    private static long key(AccountKind kind, int first, int second) {
        if (first >>> PART != 0 || second >>> PART != 0) {
            throw new ArithmeticException("too many names");
        }
        return ((long) kind.ordinal() << PART | first) << PART | second;
    }

    private int word(@Nullable String word) {
        return words.computeIfAbsent(String.valueOf(word), added -> {
            grew(WORD);
            return words.size();
        });
    }
}
