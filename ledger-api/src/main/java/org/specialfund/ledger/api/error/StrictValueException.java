package org.specialfund.ledger.api.error;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value in JSON that is not written as it must be. */
@SuppressWarnings("serial") // never serialized
public final class StrictValueException extends MismatchedInputException {

    private final String problem;

    /** Carries the problem's code: {@code invalid-date} … */
    public StrictValueException(JsonParser parser, String problem) {
        super(parser, problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
