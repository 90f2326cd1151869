package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The net change of an account on each day that had any, in twelve bytes a day. Not thread-safe. */
final class DayChanges {

    private int[] days;
    private long[] changes;
    private int count = 1;

    /** Of one day. */
    DayChanges(int day, long change) {
        this.days = new int[] {day, 0};
        this.changes = new long[] {change, 0};
    }

    /** Adds to a day of the epoch. */
    void add(int day, long change) {
        int at = days[count - 1] == day ? count - 1 : Arrays.binarySearch(days, 0, count, day);
        if (at < 0) {
            at = -at - 1;
            insert(at, day);
        }
        changes[at] = Math.addExact(changes[at], change);
    }

    private void insert(int at, int day) {
        if (count == days.length) {
            days = Arrays.copyOf(days, count * 2);
            changes = Arrays.copyOf(changes, count * 2);
        }
        System.arraycopy(days, at, days, at + 1, count - at);
        System.arraycopy(changes, at, changes, at + 1, count - at);
        days[at] = day;
        changes[at] = 0;
        count++;
    }

    /** In bytes. */
    int size() {
        return 64 + 12 * days.length;
    }

    List<LocalDate> days() {
        return Arrays.stream(days, 0, count).mapToObj(LocalDate::ofEpochDay).toList();
    }

    /** The balance at the end of each day. */
    List<BigDecimal> sums(int scale) {
        List<BigDecimal> sums = new ArrayList<>(count);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(sum, changes[i]);
            sums.add(BigDecimal.valueOf(sum, scale));
        }
        return sums;
    }
}
