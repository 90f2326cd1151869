package org.specialfund.ledger.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemWriter;
import org.specialfund.ledger.api.error.RefusalCodes;
import org.specialfund.ledger.api.http.TextForm;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Three ways in. A bearer token, or HTTP Basic at the tokens, is for one request and knows no session; everything else
 * is a session, with protection against requests forged by other sites.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String TOKENS = "/api/v1/tokens";

    private static final String SCRIPTS_OF_OUR_OWN = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain bearer(
            HttpSecurity http,
            Tokens tokens,
            ObjectProvider<IssuerTokens> issuer,
            ProblemWriter writer,
            SecurityProblems problems) {
        BearerFilter filter = new BearerFilter(tokens, issuer.getIfAvailable(), writer);
        http.securityMatcher(BearerFilter::isMeant).addFilterBefore(filter, AnonymousAuthenticationFilter.class);
        return stateless(http, problems).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain basic(HttpSecurity http, SecurityProblems problems) {
        http.securityMatcher(SecurityConfiguration::isBasicAtTokens)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems));
        return stateless(http, problems).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain session(HttpSecurity http, Accounts accounts, SecurityProblems problems) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(builder -> builder.sameSite("Lax"));
        return common(http, problems)
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(cookie)
                        .requireCsrfProtectionMatcher(SecurityConfiguration::couldBeForged))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .formLogin(form -> form.loginPage(SignInPages.SIGN_IN).failureHandler((request, response, cause) -> {
                    if (SecurityProblems.wantsPage(request)) {
                        response.sendRedirect(request.getContextPath() + SignInPages.SIGN_IN + "?error");
                    } else {
                        problems.commence(request, response, cause);
                    }
                }))
                .logout(logout -> logout.logoutUrl(SignInPages.SIGN_OUT).logoutSuccessUrl(SignInPages.SIGN_IN))
                .addFilterBefore(new SessionFilter(accounts), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Nobody reads what each filter did, and it costs a tenth of a request. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Addresses and parameters with control characters or broken text go no further. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(TextForm::isClean);
        firewall.setAllowedParameterValues(TextForm::isClean);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected(ProblemWriter writer) {
        return (request, response, cause) -> writer.write(Problem.of(ProblemCode.BAD_REQUEST), request, response);
    }

    @Bean
    RefusalCodes userRefusals() {
        return UserRefusals::all;
    }

    @Bean
    WebMvcConfigurer currentPerson(CurrentUser user) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(user);
            }
        };
    }

    private static HttpSecurity stateless(HttpSecurity http, SecurityProblems problems) {
        return common(http, problems)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static HttpSecurity common(HttpSecurity http, SecurityProblems problems) {
        return http.authorizeHttpRequests(SecurityConfiguration::authorize)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SCRIPTS_OF_OUR_OWN)));
    }

    /**
     * Who need not have signed in, and the roles for what the framework serves of itself. Everything else needs
     * somebody who has signed in, with a password of their own; which roles may call it stands in the table of
     * permissions.
     */
    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        String administrator = Role.ADMINISTRATOR.word();
        String inspector = Role.INSPECTOR.word();
        String auditor = Role.AUDITOR.word();
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                .permitAll()
                .requestMatchers(SignInPages.SIGN_IN)
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAnyAuthority(administrator, inspector, auditor)
                .requestMatchers("/actuator/**")
                .hasAuthority(administrator)
                .requestMatchers("/api/v1/me", "/api/v1/me/password", SignInPages.PASSWORD)
                .authenticated()
                .anyRequest()
                .access(SecurityConfiguration::ready);
    }

    private static AuthorizationDecision ready(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                who.get() instanceof SignedIn holder && !holder.account().mustChangePassword());
    }

    /** A request without a session has nothing that another site could borrow, but for the sign-in itself. */
    private static boolean couldBeForged(HttpServletRequest request) {
        boolean writes = !List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        boolean signsIn = request.getRequestURI().equals(request.getContextPath() + SignInPages.SIGN_IN);
        return writes && (signsIn || request.getSession(false) != null);
    }

    private static boolean isBasicAtTokens(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        String tokens = request.getContextPath() + TOKENS;
        return header != null
                && header.regionMatches(true, 0, "basic ", 0, 6)
                && (request.getRequestURI().equals(tokens)
                        || request.getRequestURI().startsWith(tokens + "/"));
    }
}
