package org.specialfund.ledger.core.decision;

import java.util.List;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * What a feature brings to the ledger.
 *
 * @param events the sealed interface whose permits are all its events
 * @param refusals the class whose constants are all its refusals
 */
public record Feature(
        Class<? extends LedgerEvent> events,
        List<AggregateType<?>> aggregates,
        List<GateType<?>> gates,
        List<Handler<?>> handlers,
        Class<?> refusals) {}
