package org.specialfund.ledger.projections.processing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param position that the answer rests on
 * @param next the cursor of the next page; null where this is the last
 */
public record Page<T, C>(
        List<T> rows, long position, @Nullable C next) {

    /** The longest page. */
    public static final int MOST = 1_000;

    /** Copies the rows. */
    public Page {
        rows = List.copyOf(rows);
    }

    /** Refuses a page of no rows, or of too many. */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** The page out of what was found when one row more than the limit was asked for. */
    public static <T, C> Page<T, C> of(List<T> found, int limit, long position, Function<T, C> cursor) {
        boolean more = found.size() > limit;
        List<T> rows = more ? found.subList(0, limit) : found;
        return new Page<>(rows, position, more ? cursor.apply(rows.get(limit - 1)) : null);
    }
}
