package org.specialfund.ledger.api.error;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.store.LedgerBusyException;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.shared.RefusedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says which problem an exception is. */
public final class Problems {

    private static final Map<Integer, ProblemCode> BY_STATUS = Map.ofEntries(
            Map.entry(401, ProblemCode.UNAUTHENTICATED),
            Map.entry(403, ProblemCode.FORBIDDEN),
            Map.entry(404, ProblemCode.NOT_FOUND),
            Map.entry(405, ProblemCode.METHOD_NOT_ALLOWED),
            Map.entry(406, ProblemCode.NOT_ACCEPTABLE),
            Map.entry(409, ProblemCode.CONFLICT),
            Map.entry(412, ProblemCode.PRECONDITION_FAILED),
            Map.entry(422, ProblemCode.IDEMPOTENCY_CONFLICT),
            Map.entry(503, ProblemCode.BUSY));

    private Problems() {}

    /** The problem of an exception; {@link ProblemCode#INTERNAL_ERROR} for one that is nobody's ordinary answer. */
    static Problem of(Throwable exception) {
        if (exception instanceof ProblemException ours) {
            return ours.problem();
        }
        if (exception instanceof RefusedException refused) {
            return Problem.of(refused.refusal());
        }
        if (exception instanceof MalformedException malformed) {
            return Problem.malformed(malformed.problems());
        }
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return body(unreadable);
        }
        if (exception instanceof AccessDeniedException) {
            return Problem.of(ProblemCode.FORBIDDEN);
        }
        if (exception instanceof AuthenticationException) {
            return Problem.of(ProblemCode.UNAUTHENTICATED);
        }
        if (exception instanceof RequestRejectedException || exception instanceof InvalidParameterException) {
            return Problem.of(ProblemCode.BAD_REQUEST);
        }
        if (isBusy(exception)) {
            return Problem.of(ProblemCode.BUSY);
        }
        return ofSpring(exception);
    }

    /** The problem of a status that somebody else decided. */
    public static Problem of(int status) {
        ProblemCode code = BY_STATUS.get(status);
        if (code != null) {
            return Problem.of(code);
        }
        if (status == 413) {
            return Problem.of(ProblemCode.TOO_LARGE).with("limit", "the allowed number of");
        }
        if (status == 415) {
            return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE).with("supported", MediaType.APPLICATION_JSON_VALUE);
        }
        return Problem.of(status >= 400 && status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR);
    }

    private static Problem body(HttpMessageNotReadableException unreadable) {
        // Spring gives no cause where the body is missing.
        return unreadable.getCause() == null
                ? Problem.malformed("body", "required")
                : BodyProblems.of(unreadable.getCause());
    }

    private static boolean isBusy(Throwable exception) {
        return exception instanceof LedgerBusyException
                || exception instanceof TransientDataAccessException
                || exception instanceof DataAccessResourceFailureException
                || exception instanceof QueryTimeoutException
                || exception instanceof CannotCreateTransactionException;
    }

    private static Problem ofSpring(Throwable exception) {
        if (exception instanceof MissingServletRequestParameterException missing) {
            return Problem.malformed(missing.getParameterName(), "required");
        }
        if (exception instanceof MissingRequestHeaderException missing) {
            return Problem.malformed(missing.getHeaderName(), "required");
        }
        if (exception instanceof MissingServletRequestPartException missing) {
            return Problem.malformed(missing.getRequestPartName(), "required");
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return Problem.malformed(mismatch.getName(), mismatchOf(mismatch.getRequiredType()));
        }
        if (exception instanceof TypeMismatchException mismatch) {
            return Problem.malformed(
                    mismatch.getPropertyName() == null ? "value" : mismatch.getPropertyName(),
                    mismatchOf(mismatch.getRequiredType()));
        }
        if (exception instanceof MethodArgumentNotValidException invalid) {
            return Problem.malformed(invalid.getFieldErrors().stream()
                    .map(error -> new MalformedException.Problem(error.getField(), "invalid"))
                    .toList());
        }
        if (exception instanceof HandlerMethodValidationException invalid) {
            return invalid(invalid);
        }
        return ofStatus(exception);
    }

    private static Problem invalid(HandlerMethodValidationException invalid) {
        if (invalid.getStatusCode().is5xxServerError()) {
            return Problem.of(ProblemCode.INTERNAL_ERROR); // an answer of ours, not the client's request
        }
        return Problem.malformed(invalid.getParameterValidationResults().stream()
                .map(result -> result.getMethodParameter().getParameterName())
                .map(name -> new MalformedException.Problem(name == null ? "value" : name, "invalid"))
                .toList());
    }

    private static Problem ofStatus(Throwable exception) {
        if (exception instanceof HttpMediaTypeNotSupportedException unsupported) {
            List<String> supported = unsupported.getSupportedMediaTypes().stream()
                    .map(MediaType::toString)
                    .filter(type -> !type.contains("*"))
                    .toList();
            return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
                    .with(
                            "supported",
                            supported.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : String.join(", ", supported));
        }
        if (exception instanceof MaxUploadSizeExceededException tooLarge && tooLarge.getMaxUploadSize() > 0) {
            return Problem.of(ProblemCode.TOO_LARGE).with("limit", tooLarge.getMaxUploadSize());
        }
        if (exception instanceof ErrorResponse response) {
            return of(response.getStatusCode().value());
        }
        if (exception instanceof MultipartException) {
            return Problem.of(ProblemCode.BAD_REQUEST);
        }
        return Problem.of(ProblemCode.INTERNAL_ERROR);
    }

    private static String mismatchOf(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "invalid";
        }
        if (wanted.isEnum()) {
            return "unknown-word";
        }
        if (Temporal.class.isAssignableFrom(wanted)) {
            return "invalid-date";
        }
        return wanted.isPrimitive() || Number.class.isAssignableFrom(wanted) ? "invalid-number" : "invalid";
    }
}
