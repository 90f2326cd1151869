package org.specialfund.ledger.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.specialfund.ledger.api.error.ProblemAdvice;
import org.specialfund.ledger.api.error.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The outermost filter: gives the request a correlation id, which log lines, the answer and the events carry, and
 * writes one line about it. The line has no query, body or name: the address is the controller's pattern, and the
 * person is the opaque id.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestTrace extends OncePerRequestFilter {

    /** The header, in a request and in its answer. */
    public static final String HEADER = "X-Correlation-Id";

    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String PERSON = RequestTrace.class.getName() + ".person";

    private final ProblemAdvice problems;

    RequestTrace(ProblemAdvice problems) {
        this.problems = problems;
    }

    /** The correlation id of the request that this thread serves. */
    public static String correlationId() {
        String id = MDC.get(ProblemWriter.CORRELATION_ID);
        if (id == null) {
            throw new IllegalStateException("outside a request");
        }
        return id;
    }

    /** Notes for the log who acts: an opaque person id. */
    public static void actsAs(HttpServletRequest request, String personId) {
        request.setAttribute(PERSON, personId);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long start = System.nanoTime();
        String id = accepted(request.getHeader(HEADER));
        MDC.put(ProblemWriter.CORRELATION_ID, id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } catch (Exception | StackOverflowError e) {
            Throwable cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            problems.answerFilter(cause, request, response);
        } finally {
            LOG.info(
                    "{} {} {} {} ms person {}",
                    request.getMethod(),
                    pattern(request),
                    response.getStatus(),
                    (System.nanoTime() - start) / 1_000_000,
                    request.getAttribute(PERSON));
            MDC.remove(ProblemWriter.CORRELATION_ID);
        }
    }

    private static String accepted(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "-" : pattern;
    }
}
