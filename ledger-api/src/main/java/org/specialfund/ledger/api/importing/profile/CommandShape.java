package org.specialfund.ledger.api.importing.profile;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.MalformedException;

/** The fields of a command, so that a profile can fill them by name and be told which it does not know. */
public final class CommandShape {

    /** What a field holds. */
    public enum Type {
        TEXT,
        WHOLE_NUMBER,
        AMOUNT,
        DATE,
        /** Not to be had from a cell. */
        OTHER
    }

    private final Constructor<?> constructor;
    /** Of the constructor, in order. */
    private final List<Parameter> parameters = new ArrayList<>();

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, Type> fillable;
    private final Map<String, Boolean> required = new LinkedHashMap<>();

    CommandShape(Class<? extends LedgerCommand> command) {
        RecordComponent[] components = command.getRecordComponents();
        for (RecordComponent component : components) {
            Type type = typeOf(component.getType());
            types.put(component.getName(), type);
            parameters.add(
                    new Parameter(component.getName(), type, component.getType().isPrimitive()));
            required.put(
                    component.getName(),
                    type != Type.OTHER && !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
        Map<String, Type> fields = new LinkedHashMap<>(types);
        fields.values().removeIf(type -> type == Type.OTHER);
        fillable = Collections.unmodifiableMap(fields);
        try {
            constructor = command.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The fields that can be filled from a file, with what they hold. */
    public Map<String, Type> fields() {
        return fillable;
    }

    /** Whether the field holds a date. */
    public boolean isDate(String field) {
        return types.get(field) == Type.DATE;
    }

    /** Whether the command is malformed without the field. */
    public boolean requires(String field) {
        return required.getOrDefault(field, false);
    }

    /**
     * The command with these fields, given as plain text: amounts as decimals, dates as ISO 8601.
     *
     * @throws MalformedException where its form is wrong
     */
    public LedgerCommand command(Map<String, String> content) {
        @Nullable Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = parameters.get(i).value(content);
        }
        try {
            return (LedgerCommand) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Parameter(String name, Type type, boolean primitive) {

        @Nullable
        Object value(Map<String, String> content) {
            String text = type == Type.OTHER ? null : content.get(name);
            if (text == null) {
                return primitive ? 0 : null;
            }
            return switch (type) {
                case AMOUNT -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case WHOLE_NUMBER -> Integer.valueOf(text);
                case TEXT, OTHER -> text;
            };
        }
    }

    private static Type typeOf(Class<?> type) {
        if (type == String.class) {
            return Type.TEXT;
        }
        if (type == int.class || type == Integer.class) {
            return Type.WHOLE_NUMBER;
        }
        if (type == BigDecimal.class) {
            return Type.AMOUNT;
        }
        return type == LocalDate.class ? Type.DATE : Type.OTHER;
    }
}
