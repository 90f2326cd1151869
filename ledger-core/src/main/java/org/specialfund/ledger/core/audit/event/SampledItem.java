package org.specialfund.ledger.core.audit.event;

import java.math.BigDecimal;

/**
 * An item of a sample.
 *
 * @param kind {@code payment} or {@code return}
 * @param stratum {@code random}, {@code certainty}, {@code systematic} or {@code negative}
 */
public record SampledItem(
        String reference, String allocationNo, String payee, String kind, BigDecimal amount, String stratum) {}
