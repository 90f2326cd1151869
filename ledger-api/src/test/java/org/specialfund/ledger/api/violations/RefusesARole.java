package org.specialfund.ledger.api.violations;

import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;

/** Refuses a role by itself. */
final class RefusesARole {

    private RefusesARole() {}

    static ProblemException refused() {
        return new ProblemException(ProblemCode.FORBIDDEN);
    }
}
