package org.specialfund.ledger.api.reading;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import org.specialfund.ledger.api.http.MinPosition;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take the arguments of a read, and describes these. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ReadRequest.class, Moment.class, Between.class);
    }

    @Bean
    WebMvcConfigurer readingArguments(ReadArguments reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(reads);
            }
        };
    }

    @Bean
    OperationCustomizer readOperations() {
        return (operation, handler) -> {
            if (takes(handler, ReadRequest.class)) {
                operation.addParametersItem(query(
                        MinPosition.PARAMETER,
                        new IntegerSchema().format("int64"),
                        "Wait, 2 s at most, until the figures have reached this position"));
            }
            if (takes(handler, ReadRequest.class) && !takes(handler, Moment.class) && !takes(handler, Between.class)) {
                String own = operation.getDescription();
                operation.setDescription(
                        (own == null ? "" : own + " ") + "Kept only as it is now: asOf and knownAt are refused (400).");
            }
            if (takes(handler, Moment.class)) {
                operation.addParametersItem(asOf());
                operation.addParametersItem(query(
                        ReadArguments.KNOWN_AT,
                        new StringSchema(),
                        "Count what was known at this instant (UTC) or position; by default all that is known"));
            }
            if (takes(handler, Between.class)) {
                operation.addParametersItem(asOf());
                operation.addParametersItem(query(
                                ReadArguments.KNOWN_FROM,
                                new StringSchema(),
                                "What was known first: an instant (UTC) or position; 0 for nothing")
                        .required(true));
                operation.addParametersItem(query(
                        ReadArguments.KNOWN_TO,
                        new StringSchema(),
                        "What was known later: an instant (UTC) or position; by default all that is known"));
            }
            return operation;
        };
    }

    private static Parameter asOf() {
        return query(
                ReadArguments.AS_OF,
                new StringSchema().format("date"),
                "Count what is effective on this day or before; by default today");
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new Parameter()
                .in("query")
                .name(name)
                .schema(schema)
                .required(false)
                .description(description);
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(type));
    }
}
