package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The end of one account's postings, to which new ones are added in recorded order. Lives for one batch. Not
 * thread-safe.
 */
final class AccountTail {

    /** Postings between two checkpoints. */
    static final int STRIDE = 256;

    /** A posting with the balance that it leaves. */
    record Row(Leg leg, BigDecimal balanceAfter) {}

    /** The balance by day as known at a position, after so many postings. */
    record Checkpoint(long position, long postings, List<LocalDate> days, List<BigDecimal> sums) {}

    private final String name;
    private final boolean mayBeNegative;
    private BigDecimal balance;
    private long postings;
    private long lastPosition;
    private final List<Row> rows = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    AccountTail(String name, boolean mayBeNegative, BigDecimal balance, long postings, long lastPosition) {
        this.name = name;
        this.mayBeNegative = mayBeNegative;
        this.balance = balance;
        this.postings = postings;
        this.lastPosition = lastPosition;
    }

    /**
     * Adds postings that lie after all others. Throws {@link IllegalStateException} where an event leaves the balance
     * below zero and that is not ordinary for the account.
     *
     * @param changesByDay the net change by day of the postings so far; asked only where a checkpoint falls due
     */
    void add(List<Leg> legs, Supplier<TreeMap<LocalDate, BigDecimal>> changesByDay) {
        List<Leg> inOrder = legs.stream()
                .sorted(Comparator.comparingLong(Leg::position).thenComparingInt(Leg::leg))
                .toList();
        boolean due = postings / STRIDE != (postings + inOrder.size()) / STRIDE;
        TreeMap<LocalDate, BigDecimal> days = due ? changesByDay.get() : new TreeMap<>();
        long sinceCheckpoint = postings % STRIDE;
        for (int i = 0; i < inOrder.size(); i++) {
            Leg leg = inOrder.get(i);
            balance = balance.add(leg.amount());
            days.merge(leg.effectiveDate(), leg.amount(), BigDecimal::add);
            rows.add(new Row(leg, balance));
            postings++;
            sinceCheckpoint++;
            boolean lastOfEvent = i + 1 == inOrder.size() || inOrder.get(i + 1).position() != leg.position();
            if (!lastOfEvent) {
                continue;
            }
            lastPosition = leg.position();
            refuseNegative();
            // Never between two legs of one event: a question may ask for its position.
            if (sinceCheckpoint >= STRIDE) {
                checkpoints.add(checkpoint(days));
                sinceCheckpoint = postings % STRIDE;
            }
        }
    }

    String name() {
        return name;
    }

    BigDecimal balance() {
        return balance;
    }

    long postings() {
        return postings;
    }

    long lastPosition() {
        return lastPosition;
    }

    List<Row> rows() {
        return rows;
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    private void refuseNegative() {
        if (balance.signum() < 0 && !mayBeNegative) {
            throw new IllegalStateException(
                    "position " + lastPosition + " leaves " + balance.toPlainString() + " in " + name);
        }
    }

    private Checkpoint checkpoint(TreeMap<LocalDate, BigDecimal> changesByDay) {
        List<BigDecimal> sums = new ArrayList<>(changesByDay.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal change : changesByDay.values()) {
            sum = sum.add(change);
            sums.add(sum);
        }
        return new Checkpoint(lastPosition, postings, List.copyOf(changesByDay.keySet()), sums);
    }
}
