package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;

/**
 * A conditional part of an allocation (拨款批次).
 *
 * @param number from 1
 * @param condition what must be met before it pays
 */
public record Tranche(int number, BigDecimal amount, String condition) {}
