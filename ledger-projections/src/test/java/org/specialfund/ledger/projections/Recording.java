package org.specialfund.ledger.projections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** The events of a ledger in memory as if they had been stored, from position 0. */
public final class Recording {

    private Recording() {}

    public static List<RecordedEvent> of(TestLedger ledger) {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (DomainEventMessage<?> message : ledger.events()) {
            LedgerEvent event = (LedgerEvent) message.getPayload();
            EventType type = EventFields.typeOf(event.getClass());
            Map<String, String> metadata = new HashMap<>();
            message.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
            recorded.add(new RecordedEvent(
                    recorded.size(),
                    Instant.EPOCH.plusSeconds(recorded.size()),
                    message.getIdentifier(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    type.value(),
                    type.revision(),
                    event,
                    metadata));
        }
        return recorded;
    }
}
