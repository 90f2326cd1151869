package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an investment plan.
 *
 * @param ceiling what allocations under the line may take together
 */
public record PlanLine(String line, @Nullable String category, BigDecimal ceiling) {}
