package org.specialfund.ledger.core.decision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of aggregate.
 *
 * @param name the stored type and the prefix of stream ids: frozen
 * @param rank its place in the one order in which aggregates are locked
 * @param empty makes an aggregate that has no event yet
 */
public record AggregateType<A>(Class<A> aggregate, String name, int rank, Supplier<A> empty) {

    /** The aggregate of this kind with that key. */
    public AggregateKey<A> key(String key) {
        return new AggregateKey<>(this, key);
    }

    /** There is one kind of a name: what else it consists of need not be compared with every key that is looked up. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AggregateType<?> type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
