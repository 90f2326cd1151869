package org.specialfund.ledger.api.error;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.MalformedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Puts into words what is wrong with a body in JSON, without ever repeating what the client sent. */
final class BodyProblems {

    private BodyProblems() {}

    /** The problem behind an exception that reading a body gave. */
    static Problem of(@Nullable Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return problem.problem();
        }
        if (cause instanceof StreamConstraintsException) {
            return Problem.of(ProblemCode.JSON_TOO_COMPLEX);
        }
        if (cause instanceof InputCoercionException coercion) {
            return Problem.malformed(path(coercion.getPath()), "out-of-range"); // more than an int or a long holds
        }
        if (cause instanceof StreamReadException broken) {
            return broken(broken);
        }
        if (!(cause instanceof DatabindException databind)) {
            return Problem.of(ProblemCode.BAD_REQUEST);
        }
        for (Throwable inner = databind.getCause(); inner != null; inner = inner.getCause()) {
            if (inner instanceof MalformedException malformed) {
                return Problem.malformed(malformed.problems());
            }
            if (inner instanceof StreamReadException) {
                return of(inner);
            }
        }
        return isTrailing(databind)
                ? Problem.of(ProblemCode.MALFORMED_JSON)
                : Problem.malformed(path(databind.getPath()), code(databind));
    }

    // Jackson has no type of its own for something left over.
    private static boolean isTrailing(DatabindException databind) {
        return String.valueOf(databind.getOriginalMessage()).startsWith("Trailing token");
    }

    private static Problem broken(StreamReadException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        if (message.startsWith("Duplicate")) {
            return Problem.malformed(path(broken.getPath()), "duplicate-field");
        }
        TokenStreamLocation location = broken.getLocation();
        Problem problem = Problem.of(ProblemCode.MALFORMED_JSON);
        return location == null
                ? problem
                : problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
    }

    private static String code(DatabindException databind) {
        if (databind instanceof StrictValueException strict) {
            return strict.problem();
        }
        if (databind instanceof UnrecognizedPropertyException) {
            return "unknown-field";
        }
        // A number or a truth value that is absent or null: Jackson has no type of its own for it.
        if (databind instanceof InvalidNullException
                || String.valueOf(databind.getOriginalMessage()).startsWith("Cannot map `null`")) {
            return "required";
        }
        if (databind instanceof InvalidFormatException format) {
            Class<?> target = format.getTargetType();
            return target != null && target.isEnum() ? "unknown-word" : "invalid";
        }
        return "wrong-type";
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(printable(name));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    // An unknown field's name is the client's: shortened, and without what could deceive a reader.
    private static String printable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }
}
