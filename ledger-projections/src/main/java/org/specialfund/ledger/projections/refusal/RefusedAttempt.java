package org.specialfund.ledger.projections.refusal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was refused.
 *
 * @param code stable, kebab-case
 * @param command the stored name of what was tried
 * @param actor an opaque id
 * @param role as which the actor tried it; all roles of a person whom none of them allowed to, where it was not read
 * @param causationId the import or proposal behind it
 * @param figures that explain the refusal, by name
 * @param subject what the command named, by field; of one that was not read, what its address named
 */
public record RefusedAttempt(
        long position,
        String eventId,
        Instant recordedAt,
        String code,
        String command,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String correlationId,
        @Nullable String causationId,
        Map<String, String> figures,
        Map<String, String> subject) {

    /** Copies the maps. */
    public RefusedAttempt {
        figures = Map.copyOf(figures);
        subject = Map.copyOf(subject);
    }
}
