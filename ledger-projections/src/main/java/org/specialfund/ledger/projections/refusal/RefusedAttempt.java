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
 * @param causationId the import or proposal behind it
 * @param figures that explain the refusal, by name
 * @param subject what the command named, by field
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
