package org.specialfund.ledger.projections.processing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** Reads events by the names of their fields, for what is common to all: {@code allocationNo}, {@code documentRef} … */
public final class EventFields {

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            if (components == null) {
                throw new IllegalArgumentException(type + " is not a record");
            }
            return Arrays.stream(components)
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, component -> {
                        Method accessor = component.getAccessor();
                        accessor.setAccessible(true);
                        return accessor;
                    }));
        }
    };

    private EventFields() {}

    /** A field as text, an amount without exponent; null where the event has no such field, or nothing in it. */
    public static @Nullable String text(LedgerEvent event, String field) {
        Object value = value(event, field);
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    /** A field of that class; null where the event has none, or nothing in it, or something of another class. */
    public static <T> @Nullable T value(LedgerEvent event, String field, Class<T> type) {
        Object value = value(event, field);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    /** Every field that holds something, in the order of the record. */
    public static Map<String, Object> all(LedgerEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(event, component.getName());
            if (value != null) {
                fields.put(component.getName(), value);
            }
        }
        return fields;
    }

    /** The name and revision under which events of that class are stored. */
    public static EventType typeOf(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event + " has no stored name");
        }
        return type;
    }

    /** False where events of that class never post: they leave {@link LedgerEvent#postings} as it is. */
    public static boolean mayPost(Class<? extends LedgerEvent> event) {
        try {
            return event.getMethod("postings").getDeclaringClass() != LedgerEvent.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(event + " is no event", e);
        }
    }

    private static @Nullable Object value(LedgerEvent event, String field) {
        Method accessor = ACCESSORS.get(event.getClass()).get(field);
        if (accessor == null) {
            return null;
        }
        try {
            return accessor.invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field + " of " + event.getClass(), e);
        }
    }
}
