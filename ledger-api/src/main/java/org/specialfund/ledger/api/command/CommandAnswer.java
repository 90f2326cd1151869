package org.specialfund.ledger.api.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write is answered.
 *
 * @param position the greatest position of what was recorded; a read may wait for it
 * @param proposalId where the command waits for a second person; absent where it was carried out
 * @param command the name of the command that waits
 */
public record CommandAnswer(
        long position,
        List<Recorded> events,
        @Nullable String proposalId,
        @Nullable String command) {

    /**
     * One recorded event.
     *
     * @param entry names it for ever: {@code stream@sequence}
     * @param type its stored type
     */
    public record Recorded(String entry, String type) {}

    /** Copies the events. */
    public CommandAnswer {
        events = List.copyOf(events);
    }
}
