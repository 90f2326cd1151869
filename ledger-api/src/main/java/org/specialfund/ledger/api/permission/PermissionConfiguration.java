package org.specialfund.ledger.api.permission;

import java.time.Clock;
import org.specialfund.ledger.api.security.CurrentUser;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before every endpoint. */
@Configuration(proxyBeanMethods = false)
class PermissionConfiguration {

    @Bean
    WebMvcConfigurer permissionsFirst(CurrentUser user, CommandExecutor executor, Clock clock) {
        RoleGate gate = new RoleGate(user, executor, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
            }
        };
    }
}
