package org.specialfund.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Gates;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** The whole core on Axon's real configuration, with events and gates in memory and a clock that tests set. */
public final class TestLedger implements AutoCloseable {

    /** One person a role. */
    public static final Person PLANNER = Person.of("p-planner", Role.PLANNER);

    /** Of the payee T:1. */
    public static final Person UNIT = new Person("p-unit", Set.of(Role.UNIT), "T:1");

    public static final Person EXPERT = Person.of("p-expert", Role.EXPERT);
    public static final Person ADMINISTRATOR = Person.of("p-administrator", Role.ADMINISTRATOR);
    public static final Person LEADER = Person.of("p-leader", Role.LEADER);
    public static final Person CLERK = Person.of("p-clerk", Role.CLERK);
    public static final Person REVIEWER = Person.of("p-reviewer", Role.REVIEWER);
    public static final Person APPROVER = Person.of("p-approver", Role.APPROVER);
    public static final Person TREASURY = Person.of("p-treasury", Role.TREASURY);
    public static final Person AUDITOR = Person.of("p-auditor", Role.AUDITOR);
    public static final Person INSPECTOR = Person.of("p-inspector", Role.INSPECTOR);

    private final SettableClock clock = new SettableClock();
    private final IndexedEvents events;
    private final LedgerCore core = new LedgerCore(clock, 20_000);
    private final Configuration configuration;
    private final AtomicLong commands = new AtomicLong();

    /** A ledger whose clock stands at noon, UTC, of a day. */
    public TestLedger(LocalDate today) {
        this(today, event -> {});
    }

    /** The same, with somebody who sees every event as it is stored. */
    public TestLedger(LocalDate today, Consumer<DomainEventMessage<?>> observer) {
        today(today);
        events = new IndexedEvents(observer);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(c -> events)
                .registerComponent(Gates.class, c -> new InMemoryGates())
                .registerComponent(PaidEvents.class, c -> this::paid)
                .registerComponent(BankEntries.class, c -> this::dated)
                .registerComponent(CommandCodec.class, c -> new KeepingCodec());
        core.configureModule(configurer);
        configuration = configurer.start();
    }

    /** Sets the clock to noon, UTC, of a day. */
    public void today(LocalDate day) {
        clock.now = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Sets the clock. */
    public void now(Instant instant) {
        clock.now = instant;
    }

    /** Executes commands as one batch. */
    public List<Outcome> execute(Batch batch) {
        return configuration.commandGateway().sendAndWait(batch);
    }

    /** Records that somebody was refused before their command was read. */
    public Outcome execute(RefusedUnread refused) {
        return configuration
                .commandGateway()
                .<List<Outcome>>sendAndWait(refused)
                .get(0);
    }

    /** Executes one command of one person. */
    public Outcome execute(LedgerCommand command, Person actor) {
        return execute(item(command, People.alone(actor)));
    }

    /** Executes one command, proposed by one person and confirmed by another. */
    public Outcome execute(LedgerCommand command, Person proposer, Person confirmer) {
        return execute(item(command, People.two(proposer, confirmer)));
    }

    /** Executes one item. */
    public Outcome execute(Item item) {
        return execute(new Batch(List.of(item), false)).get(0);
    }

    /** An item with a command id of its own. */
    public Item item(LedgerCommand command, People people) {
        return Item.of(command, people, "c" + commands.incrementAndGet());
    }

    /** Stores an event as older code did, whatever today's would say. */
    public void store(AggregateKey<?> key, LedgerEvent event) {
        long next = events.lastSequenceNumberFor(key.streamId()).orElse(-1L) + 1;
        events.appendEvents(List.of(new GenericDomainEventMessage<>(key.type().name(), key.streamId(), next, event)));
        core.cache().removeAll();
    }

    /** A rehearsal on what is stored now. */
    public Rehearsal rehearsal() {
        return core.rehearsal(configuration);
    }

    /** The position of an event is its place in the order of all; one that is not recorded yet may still come. */
    private Optional<List<MoneyEvent>> paid(String fundCode, int year, long upTo) {
        List<LedgerEvent> payloads = payloads();
        if (upTo >= payloads.size()) {
            return Optional.empty();
        }
        return Optional.of(payloads.subList(0, (int) upTo + 1).stream()
                .filter(MoneyEvent.class::isInstance)
                .map(MoneyEvent.class::cast)
                .filter(event -> event.fundCode().equals(fundCode) && event.year() == year)
                .filter(event -> event.postings().stream()
                        .anyMatch(posting -> posting.account().kind() == AccountKind.PAID))
                .toList());
    }

    private List<BankEntries.Entry> dated(String fundCode, LocalDate from, LocalDate to, long upTo) {
        return events().stream()
                .filter(message -> message.getPayload() instanceof MoneyEvent event
                        && event.fundCode().equals(fundCode)
                        && !event.effectiveDate().isBefore(from)
                        && !event.effectiveDate().isAfter(to))
                .map(message -> new BankEntries.Entry(
                        new EventRef(message.getAggregateIdentifier(), message.getSequenceNumber()),
                        (MoneyEvent) message.getPayload()))
                .toList();
    }

    /** Every event stored so far, in order. */
    public List<DomainEventMessage<?>> events() {
        return events.all();
    }

    /** The payloads of every event stored so far, in order. */
    public List<LedgerEvent> payloads() {
        return events.all().stream()
                .map(message -> (LedgerEvent) message.getPayload())
                .toList();
    }

    /** Asks an aggregate. */
    public <A, R> R ask(AggregateKey<A> key, Function<A, R> question) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("ask"));
        try {
            Repository<A> repository = configuration.repository(key.type().aggregate());
            return repository.load(key.streamId()).invoke(question);
        } finally {
            unit.commit();
        }
    }

    @Override
    public void close() {
        configuration.shutdown();
    }

    /** Keeps commands as they are: the real codec is tested where it lives. */
    private static final class KeepingCodec implements CommandCodec {

        private final Map<String, LedgerCommand> kept = new ConcurrentHashMap<>();

        @Override
        public Encoded encode(LedgerCommand command) {
            String key = "k" + kept.size();
            kept.put(key, command);
            return new Encoded(command.getClass().getSimpleName(), "1", key);
        }

        @Override
        public LedgerCommand decode(Encoded data) {
            return kept.get(data.payload());
        }
    }

    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the ledger asks for instants only");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
