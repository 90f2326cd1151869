package org.specialfund.ledger.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.decision.Gates;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.ReadAhead;

/**
 * Takes a batch through one unit of work: gates first, then aggregates in one order, then item by item. Never nests a
 * unit of work.
 */
final class BatchHandler {

    private final ItemDecider decider;
    private final EventStore eventStore;
    private final EventStoreLookup lookup;
    private final Gates gates;
    private final List<GateType<?>> gateTypes;
    private final Function<Class<?>, Repository<?>> repositories;
    private final ReadAhead readAhead;

    BatchHandler(
            ItemDecider decider,
            EventStore eventStore,
            EventStoreLookup lookup,
            Gates gates,
            List<GateType<?>> gateTypes,
            Function<Class<?>, Repository<?>> repositories,
            ReadAhead readAhead) {
        this.decider = decider;
        this.eventStore = eventStore;
        this.lookup = lookup;
        this.gates = gates;
        this.gateTypes = gateTypes;
        this.repositories = repositories;
        this.readAhead = readAhead;
    }

    @CommandHandler
    List<Outcome> handle(Batch batch) {
        LedgerBooks books = new LedgerBooks(
                eventStore,
                lookup.keepingNothing(),
                gates,
                gateTypes,
                repositories,
                readAhead,
                decider.needs(batch.items(), lookup));
        List<Outcome> outcomes = new ArrayList<>(batch.items().size());
        for (Item item : batch.items()) {
            outcomes.add(decider.decide(item, books));
        }
        books.checkFresh();
        if (batch.atomic() && outcomes.stream().anyMatch(outcome -> !outcome.accepted())) {
            throw new AtomicBatchRefusedException(outcomes);
        }
        books.writeGates();
        return List.copyOf(outcomes);
    }

    @CommandHandler
    List<Outcome> handle(RefusedItems refused) {
        LedgerBooks books = new LedgerBooks(
                eventStore,
                lookup.keepingNothing(),
                gates,
                gateTypes,
                repositories,
                readAhead,
                decider.needs(List.of(), lookup));
        return refused.items().stream()
                .map(item -> new Outcome(item.refusal(), books.record(item.refusal(), item.item())))
                .toList();
    }

    @CommandHandler
    List<Outcome> handle(RefusedUnread refused) {
        String identity = RefusalRecords.identity(refused.refusal(), refused.refusalKey());
        return List.of(new Outcome(
                refused.refusal(),
                RefusalRecords.publish(RefusalRecords.event(refused), ItemMetadata.of(refused), identity, eventStore)));
    }
}
