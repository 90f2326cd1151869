package org.specialfund.ledger.core.audit.event;

import java.math.BigDecimal;
import java.util.List;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A sample was drawn, so that anyone can draw it again: see {@code Sampling} for the method.
 *
 * @param method {@code random} or {@code monetary-unit}
 * @param size how many were asked for
 * @param negatives how many of the negative items were asked for, in monetary-unit sampling
 * @param cutOff the position up to which payments are in the population
 * @param populationSha256 of the population's canonical text
 * @param populationSize how many items
 * @param populationSum of their amounts, negative ones too
 */
@EventType("audit.sample-drawn")
public record SampleDrawn(
        String auditNo,
        String sampleId,
        String method,
        String seed,
        int size,
        int negatives,
        long cutOff,
        String populationSha256,
        int populationSize,
        BigDecimal populationSum,
        String currency,
        List<SampledItem> items)
        implements AuditEvent {
    /** Copies the list. */
    public SampleDrawn {
        items = List.copyOf(items);
    }
}
