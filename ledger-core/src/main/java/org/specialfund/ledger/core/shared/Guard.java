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

    /**
     * Refuses a code that is taken, or differs from an existing one only by case.
     *
     * @param existing what the aggregate of that code was begun as; null where there is none
     * @param figure what the code is called
     */
    public static void notTaken(@Nullable String existing, String requested, RefusalCode exists, String figure) {
        if (existing != null) {
            throw Refusal.of(existing.equals(requested) ? exists : CommonRefusals.DIFFERS_ONLY_BY_CASE)
                    .with(figure, requested)
                    .with("requested", requested)
                    .with("existing", existing)
                    .asException();
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
