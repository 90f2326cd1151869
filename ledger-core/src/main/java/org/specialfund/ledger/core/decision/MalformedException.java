package org.specialfund.ledger.core.decision;

import java.util.List;

/** A command whose form is wrong: refused at the edge, logged, not recorded. */
@SuppressWarnings("serial") // never serialized
public final class MalformedException extends RuntimeException {

    /**
     * One malformed field.
     *
     * @param problem stable code: {@code required}, {@code invalid-code}, {@code too-long} …
     */
    public record Problem(String field, String problem) {}

    private final List<Problem> problems;

    /** Carries every malformed field. */
    public MalformedException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** Every malformed field. */
    public List<Problem> problems() {
        return problems;
    }
}
