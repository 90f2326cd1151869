package org.specialfund.ledger.api.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Person;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes what the edge adds to every operation. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Person.class, WriteRequest.class, MinPosition.class, Page.class)
                .replaceWithSchema(BigDecimal.class, new StringSchema().example("1409.50"));
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Special Fund Ledger")
                        .version("v1")
                        .description("Money is a decimal string. Errors are application/problem+json (RFC 9457); "
                                + "GET /api/v1/refusal-codes lists their codes."))
                // Relative: springdoc would write down whatever host the first caller has used.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer", scheme(SecurityScheme.Type.HTTP).scheme("bearer"))
                        .addSecuritySchemes(
                                "basic", scheme(SecurityScheme.Type.HTTP).scheme("basic"))
                        .addSecuritySchemes(
                                "session",
                                scheme(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JSESSIONID")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OperationCustomizer edgeOperations() {
        return (operation, handler) -> {
            if (takes(handler, WriteRequest.class)) {
                operation.addParametersItem(parameter("header", WriteRequest.KEY_HEADER, new StringSchema())
                        .required(true)
                        .description("Yours, at most 128 characters; the same again gives the first answer again"));
            }
            if (takes(handler, MinPosition.class)) {
                operation.addParametersItem(parameter("query", MinPosition.PARAMETER, number(0, null))
                        .description("Wait until the figures have reached this position"));
            }
            if (takes(handler, Page.class)) {
                operation.addParametersItem(parameter("query", "limit", number(1, Page.MOST)));
                operation.addParametersItem(
                        parameter("query", "cursor", new StringSchema()).description("next of the answer before"));
            }
            operation.addParametersItem(
                    parameter("header", "Accept-Language", new StringSchema()._enum(List.of("en", "zh-CN"))));
            return problems(operation);
        };
    }

    private static Operation problems(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "4XX",
                        new ApiResponse()
                                .description("A problem: nothing was done")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new ObjectSchema()
                                                                .addProperty("type", new StringSchema())
                                                                .addProperty("title", new StringSchema())
                                                                .addProperty("status", new IntegerSchema())
                                                                .addProperty("code", new StringSchema())
                                                                .addProperty("detail", new StringSchema())))));
        return operation;
    }

    private static SecurityScheme scheme(SecurityScheme.Type type) {
        return new SecurityScheme().type(type);
    }

    private static Parameter parameter(String in, String name, Schema<?> schema) {
        return new Parameter().in(in).name(name).schema(schema).required(false);
    }

    private static IntegerSchema number(int least, @Nullable Integer most) {
        IntegerSchema schema = new IntegerSchema();
        schema.format("int64").minimum(BigDecimal.valueOf(least));
        if (most != null) {
            schema.maximum(BigDecimal.valueOf(most));
        }
        return schema;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }
}
