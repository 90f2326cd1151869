package org.specialfund.ledger.core.reversal;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;
import org.specialfund.ledger.core.reversal.event.ReversalEvent;
import org.specialfund.ledger.core.reversal.event.ReversalRecorded;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** The claim on an entry's one reversal. */
@AggregateRoot(type = "reversal")
@Revision("1")
public class Reversal {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Reversal> TYPE =
            new AggregateType<>(Reversal.class, "reversal", 7, Reversal::new);

    @AggregateIdentifier
    private @Nullable String id;

    Reversal() {}

    static AggregateKey<Reversal> key(String entry) {
        return TYPE.key(entry);
    }

    List<ReversalEvent> record(ReverseEntry c) {
        Guard.that(
                id == null, () -> Refusal.of(ReversalRefusals.ALREADY_REVERSED).with("entry", c.entry()));
        return List.of(new ReversalRecorded(c.entry(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    @EventSourcingHandler
    void on(ReversalRecorded e) {
        id = key(e.entry()).streamId();
    }
}
