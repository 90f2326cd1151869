package org.specialfund.ledger.core.decision;

import java.util.Comparator;
import java.util.Locale;

/** One aggregate: its kind and its key. Keys that differ only by case are the same aggregate. */
public record AggregateKey<A>(AggregateType<A> type, String key) implements Comparable<AggregateKey<?>> {

    /** The one order in which aggregates are locked. */
    private static final Comparator<AggregateKey<?>> LOCK_ORDER =
            Comparator.<AggregateKey<?>>comparingInt(key -> key.type().rank()).thenComparing(AggregateKey::key);

    /** Folds the case of the key. */
    public AggregateKey {
        key = key.toLowerCase(Locale.ROOT);
    }

    /** The id under which the aggregate's events are stored. */
    public String streamId() {
        return type.name() + ":" + key;
    }

    @Override
    public int compareTo(AggregateKey<?> other) {
        return LOCK_ORDER.compare(this, other);
    }
}
