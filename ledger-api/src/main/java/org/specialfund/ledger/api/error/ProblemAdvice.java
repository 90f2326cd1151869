package org.specialfund.ledger.api.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every exception of a controller with a problem. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(Throwable exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (exception instanceof AsyncRequestNotUsableException) {
            return; // the client has gone
        }
        Problem problem = Problems.of(exception);
        if (problem.status() == ProblemCode.INTERNAL_ERROR.status()) {
            LOG.error("Unexpected error", exception);
        }
        if (exception instanceof ErrorResponse spring) {
            // Allow, Accept …
            spring.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        writer.write(problem, request, response);
    }

    /** Answers what was thrown outside a controller: in a filter. */
    public void answerFilter(Throwable exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(exception, request, response);
    }
}
