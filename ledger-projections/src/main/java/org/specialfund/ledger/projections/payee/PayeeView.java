package org.specialfund.ledger.projections.payee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payee.
 *
 * @param payee scheme and code, {@code CN-USCC:…}
 * @param kind {@code organisation} or {@code person}
 * @param name null for a person
 * @param bars that stand
 */
public record PayeeView(
        String payee,
        String kind,
        @Nullable String name,
        @Nullable String checkDigitOverride,
        List<BankAccount> accounts,
        List<Qualification> qualifications,
        List<Bar> bars) {

    /** Copies the lists. */
    public PayeeView {
        accounts = List.copyOf(accounts);
        qualifications = List.copyOf(qualifications);
        bars = List.copyOf(bars);
    }

    /**
     * A bank account.
     *
     * @param verifiedBy null while nobody has
     */
    public record BankAccount(
            String accountId,
            String lastFour,
            @Nullable String bank,
            String proposedBy,
            @Nullable String verifiedBy) {}

    /**
     * Evidence.
     *
     * @param validTo last day; null without end
     */
    public record Qualification(
            String category, String qualification, @Nullable LocalDate validTo, String documentRef) {}

    /**
     * A bar.
     *
     * @param to last day; null without end
     */
    public record Bar(LocalDate from, @Nullable LocalDate to, String reason, String documentRef) {}
}
