package org.specialfund.ledger.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.Gates;

/** Gates in memory, with real locks that last until the unit of work ends. */
final class InMemoryGates implements Gates {

    private final Map<GateKey<?>, Object> facts = new ConcurrentHashMap<>();
    private final Map<GateKey<?>, ReadWriteLock> locks = new ConcurrentHashMap<>();

    @Override
    public Map<GateKey<?>, Object> enter(Set<GateKey<?>> read, Set<GateKey<?>> changed) {
        Map<GateKey<?>, Object> found = new HashMap<>();
        Stream.concat(read.stream(), changed.stream()).sorted().forEach(gate -> {
            ReadWriteLock both = locks.computeIfAbsent(gate, key -> new ReentrantReadWriteLock());
            Lock lock = changed.contains(gate) ? both.writeLock() : both.readLock();
            lock.lock();
            CurrentUnitOfWork.get().onCleanup(u -> lock.unlock());
            Object value = facts.get(gate);
            if (value != null) {
                found.put(gate, value);
            }
        });
        return found;
    }

    @Override
    public void write(Map<GateKey<?>, Object> changed) {
        Map<GateKey<?>, Object> copy = Map.copyOf(changed);
        CurrentUnitOfWork.get().onCommit(u -> facts.putAll(copy));
    }
}
