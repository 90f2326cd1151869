package org.specialfund.ledger.api.readlog;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes every read of the API by somebody who may read everything, before it is answered. */
@Configuration(proxyBeanMethods = false)
class ReadLogConfiguration {

    private static final Set<Role> NOTED = Set.of(Role.AUDITOR, Role.INSPECTOR);
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final int LONGEST = 4_000;

    @Bean
    WebMvcConfigurer notedReads(ReadLog log, Clock clock) {
        HandlerInterceptor noting = new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                Person person = person(request);
                if (person != null && READS.contains(request.getMethod()) && isFirst(request)) {
                    log.note(new ReadNote(
                            clock.instant(),
                            person.id(),
                            words(person),
                            request.getMethod(),
                            bounded(request.getRequestURI()),
                            request.getQueryString() == null ? null : bounded(request.getQueryString())));
                }
                return true;
            }
        };
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(noting).addPathPatterns("/api/**");
            }
        };
    }

    /** An answer that is streamed is dispatched a second time. */
    private static boolean isFirst(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST;
    }

    private static @Nullable Person person(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Person person
                        && person.roles().stream().anyMatch(NOTED::contains)
                ? person
                : null;
    }

    private static List<String> words(Person person) {
        return person.roles().stream().map(Role::word).sorted().toList();
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
