package org.specialfund.ledger.core.decision;

import java.util.Locale;

/** One gate: its kind and its key. Keys that differ only by case are the same gate. */
public record GateKey<F>(GateType<F> type, String key) implements Comparable<GateKey<?>> {

    /** Folds the case of the key. */
    public GateKey {
        key = key.toLowerCase(Locale.ROOT);
    }

    /** The name under which it is locked and stored. */
    public String name() {
        return type.name() + ":" + key;
    }

    @Override
    public int compareTo(GateKey<?> other) {
        int types = type.name().compareTo(other.type.name());
        return types == 0 ? key.compareTo(other.key) : types;
    }
}
