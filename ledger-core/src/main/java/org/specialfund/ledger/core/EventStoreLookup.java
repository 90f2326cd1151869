package org.specialfund.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Reads events that cannot change straight from the event store; keeps the first ones read last. Thread-safe. */
final class EventStoreLookup implements Lookup {

    private final EventStore eventStore;
    private final PaidEvents paid;
    private final BankEntries bank;
    private final AggregateCache firsts;

    EventStoreLookup(EventStore eventStore, PaidEvents paid, BankEntries bank, int kept) {
        this.eventStore = eventStore;
        this.paid = paid;
        this.bank = bank;
        this.firsts = new AggregateCache(kept);
    }

    /**
     * The same, keeping nothing: what an item of a batch has begun is read before it is stored, and must not be kept
     * where the batch is rolled back.
     */
    Lookup keepingNothing() {
        return new EventStoreLookup(eventStore, paid, bank, 0);
    }

    @Override
    public Optional<LedgerEvent> first(AggregateKey<?> aggregate) {
        LedgerEvent kept = firsts.get(aggregate.streamId());
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<LedgerEvent> first = event(new EventRef(aggregate.streamId(), 0));
        first.ifPresent(event -> firsts.put(aggregate.streamId(), event));
        return first;
    }

    @Override
    public List<LedgerEvent> all(AggregateKey<?> aggregate) {
        return eventStore
                .readEvents(aggregate.streamId(), 0)
                .asStream()
                .map(EventStoreLookup::payload)
                .toList();
    }

    @Override
    public Optional<List<MoneyEvent>> paid(String fundCode, int year, long upTo) {
        return paid.upTo(fundCode, year, upTo);
    }

    @Override
    public List<BankEntries.Entry> bankEntries(String fundCode, LocalDate from, LocalDate to) {
        return bank.dated(fundCode, from, to, BankEntries.ALL);
    }

    @Override
    public Optional<LedgerEvent> event(EventRef ref) {
        return message(ref).map(EventStoreLookup::payload);
    }

    @Override
    public Set<String> people(EventRef ref) {
        return message(ref)
                .map(DomainEventMessage::getMetaData)
                .map(ItemMetadata::people)
                .orElse(Set.of());
    }

    private Optional<DomainEventMessage<?>> message(EventRef ref) {
        DomainEventStream events = eventStore.readEvents(ref.stream(), ref.sequence());
        if (!events.hasNext()) {
            return Optional.empty();
        }
        DomainEventMessage<?> next = events.next();
        return next.getSequenceNumber() == ref.sequence() ? Optional.of(next) : Optional.empty();
    }

    private static LedgerEvent payload(DomainEventMessage<?> message) {
        return (LedgerEvent) message.getPayload();
    }
}
