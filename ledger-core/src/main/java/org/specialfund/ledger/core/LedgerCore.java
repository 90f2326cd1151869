package org.specialfund.ledger.core;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.modelling.command.Repository;
import org.specialfund.ledger.core.allocation.Allocations;
import org.specialfund.ledger.core.audit.Audits;
import org.specialfund.ledger.core.calendar.Calendars;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.decision.Gates;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.core.decision.ReadAhead;
import org.specialfund.ledger.core.disbursement.Disbursements;
import org.specialfund.ledger.core.fund.Funds;
import org.specialfund.ledger.core.fundyear.FundYears;
import org.specialfund.ledger.core.invoice.Invoices;
import org.specialfund.ledger.core.payee.Payees;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.project.Projects;
import org.specialfund.ledger.core.proposal.Proposals;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.reconciliation.Reconciliations;
import org.specialfund.ledger.core.redflag.RedFlags;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.core.reversal.Reversals;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.RefusalCode;

/**
 * Registers the ledger with Axon: its aggregates, and the one handler through which every command goes. The
 * configuration must hold a {@link Gates} and a {@link CommandCodec} component.
 */
public final class LedgerCore implements ConfigurerModule {

    /** The features, each before those that depend on it. */
    private static final List<Feature> FEATURES = List.of(
            Calendars.FEATURE,
            Funds.FEATURE,
            FundYears.FEATURE,
            Payees.FEATURE,
            Projects.FEATURE,
            Allocations.FEATURE,
            Invoices.FEATURE,
            Disbursements.FEATURE,
            Reversals.FEATURE,
            Reconciliations.FEATURE,
            Audits.FEATURE,
            RedFlags.FEATURE,
            Proposals.FEATURE);

    private static final int EVENTS_PER_SNAPSHOT = 25;

    private final Clock clock;
    private final int cachedAggregates;
    private final AggregateCache cache;

    /**
     * Makes the module.
     *
     * @param clock tells "today"; nothing else in the domain looks at a clock
     * @param cachedAggregates how many aggregates of each kind are kept in memory at most
     */
    public LedgerCore(Clock clock, int cachedAggregates) {
        this.clock = clock;
        this.cachedAggregates = cachedAggregates;
        this.cache = new AggregateCache(cachedAggregates);
    }

    @Override
    public void configureModule(Configurer configurer) {
        FEATURES.stream()
                .flatMap(feature -> feature.aggregates().stream())
                .forEach(type -> configureAggregate(configurer, type));
        configurer.registerCommandHandler(configuration -> new BatchHandler(
                decider(configuration),
                configuration.eventStore(),
                lookup(configuration),
                configuration.getComponent(Gates.class),
                gates(),
                repositories(configuration),
                readAhead(configuration)));
    }

    /** The framework looks through all its modules each time; aggregates are loaded more often than that. */
    private static Function<Class<?>, Repository<?>> repositories(Configuration configuration) {
        Map<Class<?>, Repository<?>> known = new ConcurrentHashMap<>();
        return aggregate -> known.computeIfAbsent(aggregate, configuration::repository);
    }

    /** Reads ahead what is not in memory. */
    private ReadAhead readAhead(Configuration configuration) {
        ReadAhead store = stored(configuration);
        return streams -> store.read(
                streams.stream().filter(stream -> !cache.containsKey(stream)).toList());
    }

    private static ReadAhead stored(Configuration configuration) {
        return configuration.getComponent(ReadAhead.class, () -> streams -> {});
    }

    /** A rehearsal on top of what that configuration's event store holds. */
    public Rehearsal rehearsal(Configuration configuration) {
        return new Rehearsal(
                decider(configuration),
                new RehearsalBooks(configuration.eventStore(), lookup(configuration), stored(configuration), gates()));
    }

    private ItemDecider decider(Configuration configuration) {
        return new ItemDecider(handlers(), clock, configuration.getComponent(CommandCodec.class));
    }

    private EventStoreLookup lookup(Configuration configuration) {
        return new EventStoreLookup(
                configuration.eventStore(),
                configuration.getComponent(PaidEvents.class, () -> (fundCode, year, position) -> Optional.empty()),
                configuration.getComponent(BankEntries.class, () -> (fundCode, from, to, position) -> {
                    throw new IllegalStateException("nobody knows the entries of " + fundCode);
                }),
                cachedAggregates);
    }

    /** The aggregates in memory: emptied after events were written behind the ledger's back. */
    public Cache cache() {
        return cache;
    }

    /** Every class of event, as the sealed interfaces list them. */
    public static List<Class<? extends LedgerEvent>> events() {
        List<Class<? extends LedgerEvent>> events = new ArrayList<>();
        FEATURES.forEach(feature -> collect(feature.events(), events));
        events.add(RefusalRecorded.class);
        return List.copyOf(events);
    }

    /** Every kind of aggregate. */
    public static List<AggregateType<?>> aggregates() {
        return FEATURES.stream()
                .<AggregateType<?>>flatMap(feature -> feature.aggregates().stream())
                .toList();
    }

    /** Every kind of gate. */
    public static List<GateType<?>> gates() {
        return FEATURES.stream()
                .<GateType<?>>flatMap(feature -> feature.gates().stream())
                .toList();
    }

    /** The kinds of aggregates whose events change gates: few events, whatever is paid. */
    public static List<String> gatedKinds() {
        return FEATURES.stream()
                .filter(feature -> !feature.gates().isEmpty())
                .flatMap(feature -> feature.aggregates().stream())
                .map(AggregateType::name)
                .sorted()
                .toList();
    }

    /** Every class of command. */
    public static List<Class<?>> commands() {
        List<Class<?>> commands = new ArrayList<>(handlers().keySet());
        commands.add(ProposeCommand.class);
        return List.copyOf(commands);
    }

    /** Every reason for which the ledger refuses, in the order of deciding, then by code. */
    public static List<RefusalCode> refusalCodes() {
        List<Class<?>> holders = new ArrayList<>(List.of(CommonRefusals.class));
        FEATURES.forEach(feature -> holders.add(feature.refusals()));
        return holders.stream()
                .flatMap(holder -> Arrays.stream(holder.getDeclaredFields()))
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == RefusalCode.class)
                .map(LedgerCore::constant)
                .sorted((a, b) -> a.stage() == b.stage()
                        ? a.code().compareTo(b.code())
                        : a.stage().compareTo(b.stage()))
                .toList();
    }

    private <A> void configureAggregate(Configurer configurer, AggregateType<A> type) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type.aggregate())
                .configureCache(configuration -> cache)
                .configureSnapshotTrigger(LedgerCore::snapshotTrigger));
    }

    /** The framework's, which for an aggregate begun by this process would ask when its unit of work is over only. */
    private static SnapshotTriggerDefinition snapshotTrigger(Configuration configuration) {
        var counting = new EventCountSnapshotTriggerDefinition(
                configuration.getComponent(Snapshotter.class), EVENTS_PER_SNAPSHOT);
        return new SnapshotTriggerDefinition() {
            @Override
            public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
                SnapshotTrigger trigger = counting.prepareTrigger(aggregateType);
                trigger.initializationFinished();
                return trigger;
            }

            @Override
            public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
                return counting.reconfigure(aggregateType, trigger);
            }
        };
    }

    private static Map<Class<?>, Handler<?>> handlers() {
        Map<Class<?>, Handler<?>> handlers = new HashMap<>();
        for (Feature feature : FEATURES) {
            for (Handler<?> handler : feature.handlers()) {
                if (handlers.put(handler.command(), handler) != null) {
                    throw new IllegalStateException("two handlers for " + handler.command());
                }
            }
        }
        return handlers;
    }

    @SuppressWarnings("unchecked") // permits of an interface of events are events
    private static void collect(Class<?> type, List<Class<? extends LedgerEvent>> events) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, events);
            }
        } else {
            events.add((Class<? extends LedgerEvent>) type);
        }
    }

    private static RefusalCode constant(Field field) {
        try {
            return (RefusalCode) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
