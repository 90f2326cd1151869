package org.specialfund.ledger.api.store;

import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Stores our classes under their frozen names, and the framework's own (tokens, metadata) under their class names. A
 * name that is neither is an error: Axon would skip such an event in silence. Thread-safe.
 */
final class LedgerSerializer implements Serializer {

    private static final String FRAMEWORK = "org.axonframework.";

    private final StoredTypes types;
    private final Jackson3Serializer ours;
    private final Jackson3Serializer framework;

    LedgerSerializer(StoredTypes types) {
        this.types = types;
        ChainingConverter converter = new ChainingConverter();
        this.ours = new Named(
                Jackson3Serializer.builder().converter(converter).jsonMapperBuilderCustomizer(LedgerJson::configure),
                types);
        // A token of a replay holds other tokens with their class names.
        BasicPolymorphicTypeValidator tokens = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType(FRAMEWORK)
                .build();
        this.framework = Jackson3Serializer.builder()
                .converter(converter)
                .jsonMapperBuilderCustomizer(mapper ->
                        mapper.polymorphicTypeValidator(tokens).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS))
                .build();
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        return of(object == null ? Void.class : object.getClass()).serialize(object, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return ours.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not null-marked: null for the empty type
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        return of(classForType(serializedObject.getType())).deserialize(serializedObject);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> known = types.classOf(type.getName());
        if (known != null) {
            return known;
        }
        if (SerializedType.emptyType().equals(type) || type.getName().startsWith(FRAMEWORK)) {
            return framework.classForType(type);
        }
        throw new SerializationException("nothing is stored as " + type.getName());
    }

    @Override
    @SuppressWarnings({"rawtypes", "NullAway"}) // as in the interface
    public SerializedType typeForClass(@Nullable Class type) {
        return of(type == null ? Void.class : type).typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return ours.getConverter();
    }

    private Serializer of(Class<?> type) {
        return types.typeOf(type) == null ? framework : ours;
    }

    /** Jackson with our names. */
    private static final class Named extends Jackson3Serializer {

        private final StoredTypes types;

        Named(Jackson3Serializer.Builder builder, StoredTypes types) {
            super(builder);
            this.types = types;
        }

        @Override
        public Class<?> classForType(SerializedType type) {
            Class<?> known = types.classOf(type.getName());
            if (known == null) {
                throw new SerializationException("nothing is stored as " + type.getName());
            }
            return known;
        }

        @Override
        @SuppressWarnings({"rawtypes"}) // as in the interface
        public SerializedType typeForClass(Class type) {
            SerializedType known = types.typeOf((Class<?>) type);
            if (known == null) {
                throw new SerializationException(type + " has no stored name");
            }
            return known;
        }
    }
}
