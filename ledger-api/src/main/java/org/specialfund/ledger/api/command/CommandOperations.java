package org.specialfund.ledger.api.command;

import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Type;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes what a write may be answered but for a problem. */
@Configuration(proxyBeanMethods = false)
class CommandOperations {

    @Bean
    OperationCustomizer describedWrites() {
        return (operation, handler) -> {
            ApiResponse done = operation.getResponses().get("200");
            Type answer = handler.getReturnType().getGenericParameterType();
            if (done != null && answer.getTypeName().contains(CommandAnswer.class.getName())) {
                operation
                        .getResponses()
                        .addApiResponse(
                                "202",
                                new ApiResponse()
                                        .description("Where two people are needed: a proposal, see Location")
                                        .content(done.getContent()));
            }
            return operation;
        };
    }
}
