package org.specialfund.ledger.core.decision;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * A kind of gate: facts that commands of other aggregates depend on, folded from events.
 *
 * @param name stored: frozen
 */
public record GateType<F>(String name, Class<F> facts, KeyOf keyOf, Fold<F> fold) {

    /** The gate of this kind with that key. */
    public GateKey<F> key(String key) {
        return new GateKey<>(this, key);
    }

    /** There is one kind of a name: what else it consists of need not be compared with every key that is looked up. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GateType<?> type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Tells which gate of a kind an event changes. */
    @FunctionalInterface
    public interface KeyOf {
        /** The key; null where the event changes none of this kind. */
        @Nullable
        String of(LedgerEvent event);
    }

    /** Folds events into facts. */
    @FunctionalInterface
    public interface Fold<F> {
        /** The facts after an event; null before the first. */
        F after(@Nullable F before, LedgerEvent event);
    }
}
