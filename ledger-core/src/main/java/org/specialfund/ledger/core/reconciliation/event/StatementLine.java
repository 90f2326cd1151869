package org.specialfund.ledger.core.reconciliation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bank's statement. The counterparty's name stays in the file.
 *
 * @param line of the file, from 1; names the line within its statement
 * @param bankReference null where the bank gives none
 * @param amount below zero for what left the account, above zero for what came in
 */
public record StatementLine(
        int line, LocalDate bookedOn, @Nullable String bankReference, BigDecimal amount) {}
