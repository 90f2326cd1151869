package org.specialfund.ledger.api.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What many writes at once are answered, each in its place.
 *
 * @param position the greatest position of what was recorded
 */
public record BatchAnswer(long position, List<Item> items) {

    /**
     * One of them.
     *
     * @param status the HTTP status that it would have had alone
     * @param answer absent where it was refused
     * @param refusal absent where it was not
     */
    public record Item(
            int status,
            @Nullable CommandAnswer answer,
            @Nullable Refused refusal) {}

    /** Why one was refused. */
    public record Refused(String code, String detail, Map<String, String> figures) {}

    /** Copies the items. */
    public BatchAnswer {
        items = List.copyOf(items);
    }
}
