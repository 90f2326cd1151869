package org.specialfund.ledger.api.security;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;

/** {@code ETag} and {@code If-Match} for what has a version number. */
final class VersionMatch {

    private VersionMatch() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version of an {@code If-Match}; null where there is none, or any will do. */
    static @Nullable Long wanted(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        if (!ifMatch.strip().matches("\"[0-9]{1,18}\"")) {
            throw new ProblemException(Problem.malformed("If-Match", "invalid"));
        }
        return Long.valueOf(ifMatch.strip().replace("\"", ""));
    }

    static void check(@Nullable Long wanted, long actual) {
        if (wanted != null && wanted != actual) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
        }
    }
}
