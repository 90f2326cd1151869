package org.specialfund.ledger.api.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cause that stops payments from a day on, or its end; the cause is a name, so that it can be lifted alone. */
public record Suspension(
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256) {

    /** A command that stops the payments of one subject, or lets them go on. */
    @FunctionalInterface
    public interface Stops<C> {

        /** The command. */
        C of(
                String subject,
                String cause,
                LocalDate effectiveDate,
                String reason,
                @Nullable String documentRef,
                @Nullable String documentSha256);
    }

    /** The command that says this. */
    public <C> C as(Stops<C> command, String subject) {
        return command.of(subject, cause, effectiveDate, reason, documentRef, documentSha256);
    }
}
