package org.specialfund.ledger.api.permission;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.RequestTrace;
import org.specialfund.ledger.api.security.CurrentUser;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.core.RefusedUnread;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks the table of roles before a request's body or target is looked at: who may not do this at all learns nothing of
 * the form, nor of what there is. An attempt at a command is recorded as a refusal before it is answered; of the same
 * person, command and subject once a minute, so that a program that goes on trying fills no ledger. An endpoint that
 * the table does not know is closed to everybody. Thread-safe.
 */
final class RoleGate implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RoleGate.class);
    private static final String OURS = "/api/v1/";

    private final Permissions table = Permissions.shipped();
    private final CurrentUser user;
    private final CommandExecutor executor;
    private final Clock clock;

    RoleGate(CurrentUser user, CommandExecutor executor, Clock clock) {
        this.user = user;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String path) {
            Optional<Permission> row = table.of(request.getMethod(), path);
            if (row.isEmpty() && path.startsWith(OURS)) {
                LOG.error("{} {} has no row in the table of roles: nobody may call it", request.getMethod(), path);
                throw new ProblemException(ProblemCode.FORBIDDEN);
            }
            row.filter(known -> !known.open()).ifPresent(known -> check(known, user.person(), request));
        }
        return true;
    }

    private void check(Permission row, Person person, HttpServletRequest request) {
        if (row.allows(person)) {
            return;
        }
        LOG.info("{} has no role for {}", person.id(), row.endpoint());
        String command = row.command();
        if (command == null) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        Refusal refusal = Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED)
                .with("roles", row.roles().stream().map(Role::word).sorted().collect(Collectors.joining(", ")));
        record(command, PathSubject.of(row.path(), variables(request)), refusal, person);
        throw new ProblemException(Problem.of(refusal));
    }

    private void record(String command, Map<String, String> subject, Refusal refusal, Person person) {
        executor.record(new RefusedUnread(
                command,
                subject,
                refusal,
                person,
                RequestTrace.correlationId(),
                onceAMinute(person, command, subject, clock.instant())));
    }

    /** The same for attempts that are recorded once. */
    static String onceAMinute(Person person, String command, Map<String, String> subject, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return String.join("|", person.id(), command, new TreeMap<>(subject).toString(), minute.toString());
    }

    @SuppressWarnings("unchecked") // what the attribute is documented to hold
    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (Map<String, String>) variables
                : Map.of();
    }
}
