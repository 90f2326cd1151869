package org.specialfund.ledger.core.decision;

import java.util.Set;
import java.util.TreeSet;

/** What a batch of commands needs before it is decided: gates and aggregates, sorted and without repeats. */
public final class Needs {

    private final Set<GateKey<?>> read = new TreeSet<>();
    private final Set<GateKey<?>> changed = new TreeSet<>();
    private final Set<AggregateKey<?>> aggregates = new TreeSet<>();

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
