package org.specialfund.ledger.core.decision;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * A kind of gate: facts that commands of other aggregates depend on, folded from events.
 *
 * @param name stored: frozen
 * @param keyOf the key of the gate that an event changes; null where it changes none of this kind
 * @param fold the facts after an event, from the facts before it (null at the first)
 */
public record GateType<F>(
        String name,
        Class<F> facts,
        Function<LedgerEvent, @Nullable String> keyOf,
        BiFunction<@Nullable F, LedgerEvent, F> fold) {

    /** The gate of this kind with that key. */
    public GateKey<F> key(String key) {
        return new GateKey<>(this, key);
    }
}
