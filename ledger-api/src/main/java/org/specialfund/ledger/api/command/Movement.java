package org.specialfund.ledger.api.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An amount of money, the day on which it counts, and its document. */
public record Movement(
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) {

    /** A command that moves money of one subject: an allocation, a payment, a recovery. */
    @FunctionalInterface
    public interface Moves<C> {

        /** The command. */
        C of(String subject, BigDecimal amount, LocalDate effectiveDate, String documentRef, @Nullable String sha256);
    }

    /** The command that moves this. */
    public <C> C as(Moves<C> command, String subject) {
        return command.of(subject, amount, effectiveDate, documentRef, documentSha256);
    }
}
