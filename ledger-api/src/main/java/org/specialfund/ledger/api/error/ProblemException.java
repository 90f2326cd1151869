package org.specialfund.ledger.api.error;

/** Thrown anywhere behind the edge to answer with a problem. Has no stack trace: it is an ordinary answer. */
@SuppressWarnings("serial") // never serialized
public final class ProblemException extends RuntimeException {

    private final Problem problem;

    /** Answers with the problem. */
    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** Answers with a problem that has no figures. */
    public ProblemException(ProblemCode code) {
        this(Problem.of(code));
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
