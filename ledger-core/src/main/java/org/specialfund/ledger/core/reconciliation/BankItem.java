package org.specialfund.ledger.core.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says that the bank should show in a month.
 *
 * @param item names it: {@code payment:R1}, or the event by which money came back
 * @param kind {@code payment}, {@code return} or {@code recovery}
 * @param reference of the payment
 * @param bankReference null where the ledger knows none
 * @param amount below zero for what was paid, above zero for what came back; never zero
 */
public record BankItem(
        String item,
        String kind,
        String reference,
        String payee,
        @Nullable String bankReference,
        LocalDate day,
        BigDecimal amount) {}
