package org.specialfund.ledger.api.importing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.plan.Known;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.payee.event.PayeeRegistered;
import org.springframework.stereotype.Component;

/** Asks the event store, by the first events of streams, which never change, and the notes of earlier imports. */
@Component
class LedgerKnown implements Known {

    private static final Map<RowKind, String> STREAMS = Map.of(
            RowKind.FUND, "fund:",
            RowKind.YEAR, "fund-year:",
            RowKind.PAYEE, "payee:",
            RowKind.ALLOCATION, "allocation:");

    private final EventStore events;
    private final Appropriated appropriated;

    LedgerKnown(EventStore events, Appropriated appropriated) {
        this.events = events;
        this.appropriated = appropriated;
    }

    @Override
    public boolean exists(RowKind kind, String reference) {
        return events.lastSequenceNumberFor(stream(kind, reference)).isPresent();
    }

    @Override
    public @Nullable String nameOf(RowKind kind, String code) {
        var stream = events.readEvents(stream(kind, code), 0);
        if (!stream.hasNext()) {
            return null;
        }
        DomainEventMessage<?> first = stream.next();
        if (first.getPayload() instanceof FundEstablished fund) {
            return fund.name();
        }
        // one without a name is taken all the same: no name of a file is its name
        return first.getPayload() instanceof PayeeRegistered payee && payee.name() != null ? payee.name() : "";
    }

    @Override
    public BigDecimal appropriated(PlannedRow allocation) {
        return appropriated.of(allocation);
    }

    private static String stream(RowKind kind, String reference) {
        String prefix = STREAMS.get(kind);
        if (prefix == null) {
            throw new IllegalArgumentException("nothing is known of a " + kind.word());
        }
        return prefix + reference.toLowerCase(Locale.ROOT);
    }
}
