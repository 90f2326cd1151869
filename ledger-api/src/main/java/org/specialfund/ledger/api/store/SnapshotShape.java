package org.specialfund.ledger.api.store;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.axonframework.serialization.Revision;

/**
 * The revision of a snapshot: the one written on the aggregate, and a checksum of all fields in it, however deep. An old
 * snapshot is therefore never read into fields that it does not know, even where nobody thought of the revision.
 */
final class SnapshotShape {

    private static final String OURS = "org.specialfund.ledger.";

    private SnapshotShape() {}

    /** {@code 1-89ab01cd}. */
    static String revisionOf(Class<?> aggregate) {
        Revision revision = aggregate.getAnnotation(Revision.class);
        if (revision == null) {
            throw new IllegalArgumentException(aggregate + " has no revision");
        }
        return revision.value() + "-" + checksumOf(aggregate);
    }

    /** A checksum of all fields in a class, however deep. */
    static String checksumOf(Class<?> type) {
        Map<String, String> shapes = new TreeMap<>();
        describe((Type) type, shapes);
        CRC32 checksum = new CRC32();
        checksum.update(shapes.toString().getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", checksum.getValue());
    }

    private static void describe(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType generic) {
            describe(generic.getRawType(), shapes);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> describe(argument, shapes));
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> describe(bound, shapes));
        } else if (type instanceof GenericArrayType array) {
            describe(array.getGenericComponentType(), shapes);
        } else if (type instanceof Class<?> plain) {
            describe(plain, shapes);
        }
    }

    private static void describe(Class<?> type, Map<String, String> shapes) {
        if (type.isArray()) {
            describe(type.getComponentType(), shapes);
            return;
        }
        if (!type.getName().startsWith(OURS) || shapes.containsKey(type.getName())) {
            return;
        }
        Map<String, String> fields = new TreeMap<>();
        shapes.put(type.getName(), "");
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                fields.put(field.getName(), field.getGenericType().getTypeName());
                describe(field.getGenericType(), shapes);
            }
        }
        shapes.put(type.getName(), fields.toString());
        if (type.getSuperclass() != null) {
            describe(type.getGenericSuperclass(), shapes);
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> describe(permitted, shapes));
        }
    }
}
