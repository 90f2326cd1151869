package org.specialfund.ledger.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON that says exactly what it means: nothing unknown, twice, left over, guessed or converted. Money is a decimal
 * string in both directions: a JSON number has lost its zeros, or its cents, before it can be checked.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    private static final int DEPTH = 32;
    private static final int NUMBER_LENGTH = 40;
    private static final int NAME_LENGTH = 256;

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNumberLength(NUMBER_LENGTH)
                .maxNameLength(NAME_LENGTH)
                .maxStringLength(BoundedBody.LIMIT)
                .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictMapper() {
        return json -> json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(
                        coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum,
                        coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .addModule(values());
    }

    /** Only JSON is bound to records: another format would go round these rules. */
    @Bean
    ServerHttpMessageConvertersCustomizer jsonOnly() {
        return converters -> converters.configureMessageConvertersList(list -> list.removeIf(
                converter -> converter.getSupportedMediaTypes().stream().anyMatch(type -> {
                    String subtype = type.getSubtype();
                    return subtype.contains("yaml") || subtype.contains("cbor") || subtype.contains("xml");
                })));
    }

    private static SimpleModule values() {
        return new SimpleModule("strict-values")
                .addDeserializer(String.class, new StrictValues.Text())
                .addDeserializer(BigDecimal.class, new StrictValues.Amount())
                .addDeserializer(LocalDate.class, new StrictValues.Day())
                .addDeserializer(Instant.class, new StrictValues.Moment())
                .addSerializer(BigDecimal.class, new StrictValues.PlainAmount());
    }
}
