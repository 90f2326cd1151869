package org.specialfund.ledger.core.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a batch of commands needs before it is decided: gates and aggregates, sorted and without repeats. */
public final class Needs {

    private final Set<GateKey<?>> read = new TreeSet<>();
    private final Set<GateKey<?>> changed = new TreeSet<>();
    private final Set<AggregateKey<?>> aggregates = new TreeSet<>();
    private final Map<AggregateKey<?>, Object> origins = new HashMap<>();
    private final LocalDate today;

    /** Needs nothing yet; {@code today} is in UTC, so a day off in some zones: name its neighbours too. */
    public Needs(LocalDate today) {
        this.today = today;
    }

    /** Today in UTC: a day off in some zones. */
    public LocalDate today() {
        return today;
    }

    /** Depends on a gate. */
    public Needs reads(GateKey<?> gate) {
        read.add(gate);
        return this;
    }

    /** Changes a gate. */
    public Needs changes(GateKey<?> gate) {
        changed.add(gate);
        return this;
    }

    /** Decides about an aggregate. */
    public Needs decides(AggregateKey<?> aggregate) {
        aggregates.add(aggregate);
        return this;
    }

    /** Tells later items of the batch where an aggregate that this one may begin will belong. */
    public Needs begins(AggregateKey<?> aggregate, Object origin) {
        origins.putIfAbsent(aggregate, origin);
        return decides(aggregate);
    }

    /** Where an aggregate that an earlier item of the batch may begin will belong; null where none does. */
    public <O> @Nullable O origin(AggregateKey<?> aggregate, Class<O> type) {
        return type.cast(origins.get(aggregate));
    }

    /** Gates read only; none that is changed too. */
    public Set<GateKey<?>> read() {
        Set<GateKey<?>> only = new TreeSet<>(read);
        only.removeAll(changed);
        return only;
    }

    /** Gates changed. */
    public Set<GateKey<?>> changed() {
        return changed;
    }

    /** Aggregates in the order in which they are locked. */
    public Set<AggregateKey<?>> aggregates() {
        return aggregates;
    }
}
