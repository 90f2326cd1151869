package org.specialfund.ledger.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation takes of its project, or gives back.
 *
 * @param amount above zero, with the digits of the fund's currency
 */
public record Taking(
        String projectNo,
        String allocationNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String category,
        BigDecimal amount,
        LocalDate day) {}
