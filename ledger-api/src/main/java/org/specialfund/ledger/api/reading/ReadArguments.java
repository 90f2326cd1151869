package org.specialfund.ledger.api.reading;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.MinPosition;
import org.specialfund.ledger.api.security.CurrentUser;
import org.specialfund.ledger.api.store.Knowledge;
import org.specialfund.ledger.projections.processing.ProjectionStatus;
import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes a {@link ReadRequest}, a {@link Moment} and a {@link Between} of a request. Thread-safe. */
@Component
class ReadArguments implements HandlerMethodArgumentResolver {

    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";
    static final String KNOWN_FROM = "knownFrom";
    static final String KNOWN_TO = "knownTo";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final CurrentUser user;
    private final Projections projections;
    private final Knowledge knowledge;
    private final Clock clock;
    private final ZoneId zone;

    ReadArguments(
            CurrentUser user,
            Projections projections,
            Knowledge knowledge,
            Clock clock,
            @Value("${ledger.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.user = user;
        this.projections = projections;
        this.knowledge = knowledge;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.equals(ReadRequest.class) || type.equals(Moment.class) || type.equals(Between.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType().equals(Moment.class)) {
            return moment(request.getParameter(AS_OF), request.getParameter(KNOWN_AT));
        }
        if (parameter.getParameterType().equals(Between.class)) {
            return between(
                    request.getParameter(AS_OF), request.getParameter(KNOWN_FROM), request.getParameter(KNOWN_TO));
        }
        ReadRequest read = ReadRequest.of(user.person());
        if (!takes(Moment.class, parameter)) {
            refuse(KNOWN_AT, request);
            if (!takes(Between.class, parameter)) {
                refuse(AS_OF, request);
            }
        }
        String minPosition = request.getParameter(MinPosition.PARAMETER);
        if (minPosition != null) {
            await(position(MinPosition.PARAMETER, minPosition));
        }
        return read;
    }

    private static boolean takes(Class<?> argument, MethodParameter parameter) {
        return Arrays.asList(parameter.getExecutable().getParameterTypes()).contains(argument);
    }

    /** Figures of now in answer to a question about another time would be taken for those of then. */
    private static void refuse(String name, NativeWebRequest request) {
        if (request.getParameter(name) != null) {
            throw new ProblemException(Problem.malformed(name, "only-as-it-is-now"));
        }
    }

    private Moment moment(@Nullable String asOf, @Nullable String knownAt) {
        LocalDate day = day(asOf);
        if (knownAt == null) {
            return new Moment(day, null, false);
        }
        Knowledge.KnownAt known = known(KNOWN_AT, knownAt);
        return new Moment(day, known.position(), known.provisional());
    }

    private Between between(@Nullable String asOf, @Nullable String knownFrom, @Nullable String knownTo) {
        LocalDate day = day(asOf);
        if (knownFrom == null) {
            throw new ProblemException(Problem.malformed(KNOWN_FROM, "required"));
        }
        Knowledge.KnownAt from = known(KNOWN_FROM, knownFrom);
        if (knownTo == null) {
            return new Between(day, from.position(), null, from.provisional());
        }
        Knowledge.KnownAt to = known(KNOWN_TO, knownTo);
        if (to.position() < from.position()) {
            throw new ProblemException(Problem.malformed(KNOWN_TO, "out-of-range"));
        }
        return new Between(day, from.position(), to.position(), from.provisional() || to.provisional());
    }

    /** Waits for what is known for certain. */
    private Knowledge.KnownAt known(String name, String text) {
        if (POSITION.matcher(text).matches()) {
            long position = position(name, text);
            boolean provisional = knowledge.isProvisional(position);
            if (!provisional) {
                await(position);
            }
            return new Knowledge.KnownAt(position, provisional);
        }
        Knowledge.KnownAt known = knowledge.at(instant(name, text));
        await(known.position());
        return known;
    }

    private void await(long position) {
        if (position > 0 && !projections.await(position, LONGEST_WAIT)) {
            long reached = projections.status().stream()
                    .mapToLong(ProjectionStatus::position)
                    .min()
                    .orElse(0);
            throw new ProblemException(Problem.of(ProblemCode.POSITION_NOT_REACHED)
                    .with("reached", Math.max(0, reached))
                    .with("wanted", position));
        }
    }

    private static long position(String name, String text) {
        if (!POSITION.matcher(text).matches()) {
            throw new ProblemException(Problem.malformed(name, "invalid-number"));
        }
        return Long.parseLong(text);
    }

    /** Today where none is given. */
    private LocalDate day(@Nullable String text) {
        if (text == null) {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // A day that the calendar does not have: answered below.
        }
        throw new ProblemException(Problem.malformed(AS_OF, "invalid-date"));
    }

    private static Instant instant(String name, String text) {
        try {
            if (text.length() <= 40 && text.matches("[0-9]{4}-.*Z")) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Answered below.
        }
        throw new ProblemException(Problem.malformed(name, "invalid-instant"));
    }
}
