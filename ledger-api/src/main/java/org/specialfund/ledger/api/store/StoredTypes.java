package org.specialfund.ledger.api.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The names under which our classes are stored. Events and commands bear the name and revision that is written on them;
 * a snapshot bears {@code snapshot.} and its aggregate's type, and a revision that changes with its fields. Immutable.
 */
final class StoredTypes {

    private static final String SNAPSHOT = "snapshot.";

    private final Map<Class<?>, SerializedType> types = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    StoredTypes(Collection<? extends Class<?>> named, Collection<Class<?>> aggregates) {
        named.forEach(this::addNamed);
        aggregates.forEach(this::addAggregate);
    }

    /** Everything that the ledger stores. */
    static StoredTypes ofLedger() {
        List<Class<?>> aggregates = LedgerCore.aggregates().stream()
                .<Class<?>>map(AggregateType::aggregate)
                .toList();
        StoredTypes types = new StoredTypes(LedgerCore.events(), aggregates);
        LedgerCore.commands().forEach(types::addNamed);
        return types;
    }

    /** The stored name and revision; null where the class is not one of ours. */
    @Nullable
    SerializedType typeOf(Class<?> type) {
        return types.get(type);
    }

    /** The class stored under that name; null where there is none. */
    @Nullable
    Class<?> classOf(String name) {
        return classes.get(name);
    }

    /** Whether a snapshot has exactly the fields that its aggregate has now. */
    boolean isCurrent(DomainEventData<?> snapshot) {
        SerializedType stored = snapshot.getPayload().getType();
        Class<?> aggregate = classes.get(stored.getName());
        return aggregate != null && stored.equals(types.get(aggregate));
    }

    private void addNamed(Class<?> type) {
        EventType named = type.getAnnotation(EventType.class);
        if (named == null) {
            throw new IllegalArgumentException(type + " has no stored name");
        }
        add(type, named.value(), named.revision());
    }

    private void addAggregate(Class<?> type) {
        AggregateRoot root = type.getAnnotation(AggregateRoot.class);
        if (root == null || root.type().isEmpty()) {
            throw new IllegalArgumentException(type + " has no stored type");
        }
        add(type, SNAPSHOT + root.type(), SnapshotShape.revisionOf(type));
    }

    private void add(Class<?> type, String name, String revision) {
        types.put(type, new SimpleSerializedType(name, revision));
        Class<?> other = classes.put(name, type);
        if (other != null) {
            throw new IllegalArgumentException(type + " and " + other + " are both stored as " + name);
        }
    }
}
