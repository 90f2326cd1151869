package org.specialfund.ledger.core.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Guards: each holds, or throws its refusal. */
public final class Guard {

    private Guard() {}

    /** Throws the refusal unless the condition holds. */
    public static void that(boolean holds, Supplier<Refusal> otherwise) {
        if (!holds) {
            throw otherwise.get().asException();
        }
    }

    /** The value, or the refusal thrown where there is none. */
    public static <T> T present(@Nullable T value, Supplier<Refusal> otherwise) {
        if (value == null) {
            throw otherwise.get().asException();
        }
        return value;
    }
}
