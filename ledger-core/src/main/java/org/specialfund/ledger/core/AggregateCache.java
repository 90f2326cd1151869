package org.specialfund.ledger.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used last, a bounded number of each kind: payments, which come and go, do not drive out the
 * allocations that they are made from. An aggregate without an event has no id and is not kept. Thread-safe.
 */
final class AggregateCache implements Cache {

    private final int most;
    private final Map<String, Map<Object, Object>> kinds = new HashMap<>();

    /** Keeps so many of each kind, which is what comes before the colon of an id. */
    AggregateCache(int most) {
        this.most = most;
    }

    private static final class LastUsed extends LinkedHashMap<Object, Object> {

        private static final long serialVersionUID = 1;

        private final int most;

        LastUsed(int most) {
            super(1024, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > most;
        }
    }

    private Map<Object, Object> entries(Object key) {
        String id = key.toString();
        return kinds.computeIfAbsent(id.substring(0, Math.max(0, id.indexOf(':'))), kind -> new LastUsed(most));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the interface is not null-marked: null where there is none
    public synchronized <K, V> V get(K key) {
        return (V) entries(key).get(key);
    }

    @Override
    public synchronized void put(@Nullable Object key, Object value) {
        if (key != null) {
            entries(key).put(key, value);
        }
    }

    @Override
    public synchronized boolean putIfAbsent(@Nullable Object key, Object value) {
        return key != null && entries(key).putIfAbsent(key, value) == null;
    }

    @Override
    public synchronized boolean remove(Object key) {
        return entries(key).remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        kinds.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return entries(key).containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what it keeps under the key
    public synchronized <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries(key).computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }
}
