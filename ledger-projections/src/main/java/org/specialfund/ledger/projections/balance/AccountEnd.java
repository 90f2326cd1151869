package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.Posting;

/**
 * What {@link AccountTail} is for a batch, for as long as a rebuild fills tables: the end of an account's postings, in
 * 64 bytes, because there may be millions. Amounts are counted in the smallest unit. Not thread-safe.
 */
final class AccountEnd {

    final long key;
    final int id;
    private final Unit unit;
    private long balance;
    private long lastPosition;
    private int postings;
    private int postingsBefore;
    private int onlyDay;
    /** Null while all postings are of one day. */
    private @Nullable DayChanges days;

    /** A currency and its digits: the same for all accounts of it. */
    record Unit(String currency, int scale) {}

    AccountEnd(long key, int id, Unit unit) {
        this.key = key;
        this.id = id;
        this.unit = unit;
    }

    /**
     * Adds a posting that lies after all others; its amount in the smallest unit. Throws {@link ArithmeticException}
     * where that cannot be counted.
     */
    long add(Posting posting, String currency, int day) {
        BigDecimal amount = posting.amount();
        if (!unit.currency().equals(currency)) {
            throw new IllegalStateException(
                    posting.account().name() + " holds " + unit.currency() + ", not " + currency);
        }
        if (amount.scale() != unit.scale()) {
            throw new ArithmeticException(amount + " in " + posting.account().name());
        }
        long change = amount.unscaledValue().longValueExact();
        addDay(day, change);
        balance = Math.addExact(balance, change);
        postings++;
        return change;
    }

    private void addDay(int day, long change) {
        DayChanges known = days;
        if (known != null) {
            known.add(day, change);
        } else if (postings == 0 || day == onlyDay) {
            onlyDay = day;
        } else {
            known = new DayChanges(onlyDay, balance);
            known.add(day, change);
            days = known;
        }
    }

    /**
     * Ends an event; the checkpoint that falls due with it, or null. Throws {@link IllegalStateException} where it
     * leaves the balance below zero and that is not ordinary for the account.
     */
    AccountTail.@Nullable Checkpoint endEvent(Account account, long position) {
        lastPosition = position;
        if (balance < 0 && !account.kind().mayBeNegative()) {
            throw new IllegalStateException("position " + position + " leaves " + BigDecimal.valueOf(balance, scale())
                    + " in " + account.name());
        }
        boolean due = postings / AccountTail.STRIDE != postingsBefore / AccountTail.STRIDE;
        postingsBefore = postings;
        return due ? checkpoint() : null;
    }

    private AccountTail.Checkpoint checkpoint() {
        DayChanges known = days == null ? new DayChanges(onlyDay, balance) : days;
        return new AccountTail.Checkpoint(lastPosition, postings, known.days(), known.sums(unit.scale()));
    }

    /** In bytes, of its days. */
    int size() {
        return days == null ? 0 : days.size();
    }

    int scale() {
        return unit.scale();
    }

    long balance() {
        return balance;
    }

    long postings() {
        return postings;
    }

    long lastPosition() {
        return lastPosition;
    }
}
