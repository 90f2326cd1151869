package org.specialfund.ledger.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.decision.Gates;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.ReadAhead;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.Refusal;

/** The books of one unit of work: gates entered, aggregates loaded and locked, in one order. Of one thread. */
final class LedgerBooks implements Books {

    private final EventStore eventStore;
    private final Lookup lookup;
    private final Gates gates;
    private final List<GateType<?>> gateTypes;
    private final Set<GateKey<?>> entered = new HashSet<>();
    private final Set<GateKey<?>> exclusive;
    private final Map<GateKey<?>, Object> facts;
    private final Map<GateKey<?>, Object> changedFacts = new LinkedHashMap<>();
    private final Map<AggregateKey<?>, Aggregate<?>> aggregates = new HashMap<>();
    private final Set<String> refusalsRecorded = new HashSet<>();
    private final Set<AggregateKey<?>> asked = new HashSet<>();
    private final Set<AggregateKey<?>> recorded = new HashSet<>();
    private final List<BankEntries.Entry> recordedMoney = new ArrayList<>();

    LedgerBooks(
            EventStore eventStore,
            Lookup lookup,
            Gates gates,
            List<GateType<?>> gateTypes,
            Function<Class<?>, Repository<?>> repositories,
            ReadAhead readAhead,
            Needs needs) {
        this.eventStore = eventStore;
        this.lookup = new LookupOfUnit(lookup, recordedMoney);
        this.gates = gates;
        this.gateTypes = gateTypes;
        this.exclusive = needs.changed();
        entered.addAll(needs.read());
        entered.addAll(needs.changed());
        readAhead.read(needs.aggregates().stream().map(AggregateKey::streamId).toList());
        this.facts = new HashMap<>(gates.enter(needs.read(), needs.changed()));
        for (AggregateKey<?> key : needs.aggregates()) {
            aggregates.put(key, load(key, repositories));
        }
    }

    /** Throws {@link StaleAggregateException} for an aggregate that began after the needs were named. */
    @Override
    public <A, R> R ask(AggregateKey<A> key, Function<A, R> question) {
        asked.add(key);
        return loaded(key).invoke(question);
    }

    @Override
    @SuppressWarnings("unchecked") // facts are keyed by their type
    public <F> @Nullable F fact(GateKey<F> gate) {
        if (!entered.contains(gate)) {
            throw new StaleAggregateException(gate.name());
        }
        return (F) facts.get(gate);
    }

    @Override
    public Lookup lookup() {
        return lookup;
    }

    @Override
    public EventRef record(AggregateKey<?> key, LedgerEvent event, Item item, @Nullable Integer rulesVersion) {
        MetaData metadata = ItemMetadata.of(item, rulesVersion);
        Aggregate<?> aggregate = loaded(key);
        recorded.add(key);
        aggregate.execute(root -> AggregateLifecycle.apply(event, metadata));
        gateTypes.forEach(type -> change(type, event));
        EventRef ref = new EventRef(key.streamId(), aggregate.version());
        if (event instanceof MoneyEvent money) {
            recordedMoney.add(new BankEntries.Entry(ref, money));
        }
        return ref;
    }

    @Override
    public List<EventRef> record(Refusal refusal, Item item) {
        String identity = RefusalRecords.identity(refusal, item.refusalKey());
        if (identity != null && !refusalsRecorded.add(identity)) {
            return List.of();
        }
        return RefusalRecords.publish(
                RefusalRecords.event(refusal, item), ItemMetadata.of(item, null), identity, eventStore);
    }

    /** Writes the gates that were changed; called once, after the last item. */
    void writeGates() {
        if (!changedFacts.isEmpty()) {
            gates.write(changedFacts);
        }
    }

    /**
     * Refuses to let a decision out that rests on an aggregate which is behind the store. Whatever was recorded is
     * checked when it is appended; this checks what was only asked.
     */
    void checkFresh() {
        asked.removeAll(recorded);
        asked.forEach(key -> {
            Aggregate<?> aggregate = loaded(key);
            Long stored = eventStore.lastSequenceNumberFor(key.streamId()).orElse(null);
            Long known = aggregate.version();
            if (stored != null && (known == null || known < stored)) {
                throw new StaleAggregateException(key.streamId());
            }
        });
    }

    private <F> void change(GateType<F> type, LedgerEvent event) {
        String key = type.keyOf().of(event);
        if (key == null) {
            return;
        }
        GateKey<F> gate = type.key(key);
        if (!exclusive.contains(gate)) {
            throw new IllegalStateException(
                    event + " changes the gate " + gate.name() + ", which its command did not name");
        }
        F after = type.fold().after(fact(gate), event);
        facts.put(gate, after);
        changedFacts.put(gate, after);
    }

    @SuppressWarnings("unchecked") // aggregates are keyed by their type
    private <A> Aggregate<A> loaded(AggregateKey<A> key) {
        Aggregate<?> aggregate = aggregates.get(key);
        if (aggregate == null) {
            throw new StaleAggregateException(key.streamId());
        }
        return (Aggregate<A>) aggregate;
    }

    @SuppressWarnings("unchecked") // repositories are keyed by the class of their aggregate
    private static <A> Aggregate<A> load(AggregateKey<A> key, Function<Class<?>, Repository<?>> repositories) {
        AggregateType<A> type = key.type();
        Repository<A> repository = (Repository<A>) repositories.apply(type.aggregate());
        try {
            return repository.loadOrCreate(key.streamId(), () -> type.empty().get());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
