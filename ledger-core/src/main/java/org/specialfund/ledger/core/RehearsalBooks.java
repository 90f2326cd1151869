package org.specialfund.ledger.core;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.ReadAhead;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * Books that start from what is stored and change in memory only. The same aggregates decide; nothing is locked and
 * nothing is written. Of one thread; as large as the aggregates that were touched.
 */
final class RehearsalBooks implements Books {

    private final EventStore eventStore;
    private final Lookup stored;
    private final ReadAhead readAhead;
    private final List<GateType<?>> gateTypes;
    private final Map<AggregateType<?>, AggregateModel<?>> models = new HashMap<>();
    private final Map<AggregateKey<?>, Object> aggregates = new HashMap<>();
    private final Map<AggregateKey<?>, Long> sequences = new HashMap<>();
    private final Map<AggregateKey<?>, LedgerEvent> begun = new HashMap<>();
    private final Map<GateKey<?>, Object> facts = new HashMap<>();
    private final Set<GateKey<?>> read = new HashSet<>();

    RehearsalBooks(EventStore eventStore, Lookup stored, ReadAhead readAhead, List<GateType<?>> gateTypes) {
        this.eventStore = eventStore;
        this.stored = stored;
        this.readAhead = readAhead;
        this.gateTypes = gateTypes;
    }

    /** Loads the aggregates that are not here yet, together. */
    void readAhead(Set<AggregateKey<?>> needed) {
        Set<AggregateKey<?>> missing = new LinkedHashSet<>(needed);
        missing.removeAll(aggregates.keySet());
        // What is read ahead is kept as long as the unit of work.
        new DefaultUnitOfWork<>(new GenericMessage<>(missing)).execute(() -> {
            readAhead.read(missing.stream().map(AggregateKey::streamId).toList());
            missing.forEach(key -> aggregates.put(key, load(key)));
        });
    }

    @Override
    @SuppressWarnings("unchecked") // aggregates are keyed by their type
    public <A, R> R ask(AggregateKey<A> key, Function<A, R> question) {
        return question.apply((A) aggregates.computeIfAbsent(key, same -> load(key)));
    }

    @Override
    @SuppressWarnings("unchecked") // facts are keyed by their type
    public <F> @Nullable F fact(GateKey<F> gate) {
        if (read.add(gate)) {
            // A gate has the name and the key of the aggregate whose events it is folded from.
            LedgerCore.aggregates().stream()
                    .filter(type -> type.name().equals(gate.type().name()))
                    .forEach(type -> stored.all(type.key(gate.key())).forEach(event -> change(gate.type(), event)));
        }
        return (F) facts.get(gate);
    }

    @Override
    public Lookup lookup() {
        return new Lookup() {
            @Override
            public Optional<LedgerEvent> first(AggregateKey<?> aggregate) {
                LedgerEvent rehearsed = begun.get(aggregate);
                return rehearsed != null ? Optional.of(rehearsed) : stored.first(aggregate);
            }

            @Override
            public List<LedgerEvent> all(AggregateKey<?> aggregate) {
                return stored.all(aggregate);
            }

            @Override
            public Optional<List<MoneyEvent>> paid(String fundCode, int year, long upTo) {
                return stored.paid(fundCode, year, upTo);
            }

            @Override
            public List<BankEntries.Entry> bankEntries(String fundCode, LocalDate from, LocalDate to) {
                return stored.bankEntries(fundCode, from, to);
            }

            @Override
            public Optional<LedgerEvent> event(EventRef ref) {
                return stored.event(ref);
            }

            @Override
            public Set<String> people(EventRef ref) {
                return stored.people(ref);
            }
        };
    }

    @Override
    public EventRef record(AggregateKey<?> key, LedgerEvent event, Item item, @Nullable Integer rulesVersion) {
        apply(key, event);
        gateTypes.forEach(type -> {
            String changed = type.keyOf().of(event);
            if (changed != null) {
                fact(type.key(changed));
                change(type, event);
            }
        });
        long sequence = sequences.merge(key, 0L, (last, zero) -> last + 1);
        if (sequence == 0) {
            begun.put(key, event);
        }
        return new EventRef(key.streamId(), sequence);
    }

    @Override
    public List<EventRef> record(Refusal refusal, Item item) {
        return List.of();
    }

    private <F> void change(GateType<F> type, LedgerEvent event) {
        String key = type.keyOf().of(event);
        if (key != null) {
            GateKey<F> gate = type.key(key);
            read.add(gate);
            facts.put(gate, type.fold().after(type.facts().cast(facts.get(gate)), event));
        }
    }

    /** A copy: from the last snapshot, as for a command, and the events after it. */
    private <A> Object load(AggregateKey<A> key) {
        A aggregate = key.type().empty().get();
        DomainEventStream events = eventStore.readEvents(key.streamId());
        while (events.hasNext()) {
            DomainEventMessage<?> next = events.next();
            if (key.type().aggregate().isInstance(next.getPayload())) {
                aggregate = key.type().aggregate().cast(next.getPayload());
            } else {
                publish(key, (LedgerEvent) next.getPayload(), aggregate);
            }
            sequences.put(key, next.getSequenceNumber());
        }
        return aggregate;
    }

    @SuppressWarnings("unchecked") // aggregates are keyed by their type
    private <A> void apply(AggregateKey<A> key, LedgerEvent event) {
        publish(key, event, (A) aggregates.computeIfAbsent(key, same -> load(key)));
    }

    @SuppressWarnings("unchecked") // models are keyed by their type
    private <A> void publish(AggregateKey<A> key, LedgerEvent event, A aggregate) {
        AggregateModel<A> model = (AggregateModel<A>) models.computeIfAbsent(
                key.type(),
                type -> AnnotatedAggregateMetaModelFactory.inspectAggregate(
                        key.type().aggregate()));
        model.publish(GenericEventMessage.asEventMessage(event), aggregate);
    }
}
