package org.specialfund.ledger.api.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part; null (and absent in JSON) at the end
 */
public record PageOf<T>(List<T> items, @Nullable String next) {

    /** Copies the items. */
    public PageOf {
        items = List.copyOf(items);
    }

    /**
     * Makes the answer of {@link Page#fetch()} rows.
     *
     * @param key what {@link Page#after()} will be for the part that follows this row
     */
    public static <T> PageOf<T> of(List<T> rows, Page page, Function<T, String> key) {
        if (rows.size() <= page.limit()) {
            return new PageOf<>(rows, null);
        }
        List<T> shown = rows.subList(0, page.limit());
        return new PageOf<>(shown, Cursor.of(key.apply(shown.get(page.limit() - 1))));
    }
}
