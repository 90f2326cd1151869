package org.specialfund.ledger.api.importing.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be used, with every problem found in it. */
@SuppressWarnings("serial") // never serialized
public final class InvalidProfileException extends RuntimeException {

    /**
     * One problem.
     *
     * @param field where: {@code disbursements[2].amount.column}; empty for the profile as a whole
     * @param problem what, for a person
     */
    public record Problem(String field, String problem) {

        @Override
        public String toString() {
            return field.isEmpty() ? problem : field + ": " + problem;
        }
    }

    private final List<Problem> problems;

    /** Carries the problems. */
    public InvalidProfileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found. */
    public List<Problem> problems() {
        return problems;
    }
}
