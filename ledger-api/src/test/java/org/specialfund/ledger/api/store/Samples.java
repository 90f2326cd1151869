package org.specialfund.ledger.api.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an instance of any record, every field filled in. */
final class Samples {

    private Samples() {}

    /** A record with all fields, or with all but those that may be absent. */
    static <T> T of(Class<T> type, boolean all) {
        return of(type, all, Map.of());
    }

    /** The same, with these values for fields named {@code field}, or {@code Record.field} where that is not enough. */
    static <T> T of(Class<T> type, boolean all, Map<String, Object> values) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] fields = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean absent = !all && components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                String name = components[i].getName();
                Object given = values.getOrDefault(type.getSimpleName() + "." + name, values.get(name));
                Object value = given == null ? value(name, components[i].getGenericType(), all, values) : given;
                fields[i] = absent ? null : value;
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object value(String name, Type type, boolean all, Map<String, Object> values) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return Map.of(value(name + "Key", of[0], all, values), value(name, of[1], all, values));
            }
            Object element = value(name, of[0], all, values);
            return generic.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return name.equals("currency") ? "CNY" : name + " 甲";
        } else if (plain == BigDecimal.class) {
            return new BigDecimal("1409.50");
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2026, 2, 28);
        } else if (plain == Instant.class) {
            return Instant.parse("2026-02-28T01:02:03.456Z");
        } else if (plain == int.class || plain == Integer.class) {
            return 2026;
        } else if (plain == long.class || plain == Long.class) {
            return 20_260_228L;
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (plain.isRecord()) {
            return of(plain, all, values);
        }
        throw new IllegalStateException("no sample of " + type);
    }
}
