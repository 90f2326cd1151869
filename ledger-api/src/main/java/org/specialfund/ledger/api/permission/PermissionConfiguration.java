package org.specialfund.ledger.api.permission;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.security.CurrentUser;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks the table of roles first: who may not do this at all learns nothing of the form, nor of what there is. */
@Configuration(proxyBeanMethods = false)
class PermissionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PermissionConfiguration.class);

    @Bean
    WebMvcConfigurer permissionsFirst(CurrentUser user) {
        Permissions table = Permissions.shipped();
        HandlerInterceptor asking = new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (request.getDispatcherType() == DispatcherType.REQUEST
                        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                                instanceof String path) {
                    table.of(request.getMethod(), path)
                            .filter(row -> !row.open())
                            .ifPresent(row -> check(row, user.person()));
                }
                return true;
            }
        };
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(asking);
            }
        };
    }

    private static void check(Permission row, Person person) {
        if (row.allows(person)) {
            return;
        }
        LOG.info("{} has no role for {}", person.id(), row.endpoint());
        throw new ProblemException(
                row.command() == null
                        ? Problem.of(ProblemCode.FORBIDDEN)
                        : Problem.of(Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED)
                                .with(
                                        "roles",
                                        row.roles().stream()
                                                .map(Role::word)
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
    }
}
