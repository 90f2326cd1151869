package org.specialfund.ledger.api.http;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;

/** {@code ETag} and {@code If-Match} for what has a version number. */
public final class VersionMatch {

    private VersionMatch() {}

    /** The tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version of an {@code If-Match}; null where there is none, or any will do. */
    public static @Nullable Long wanted(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        if (!ifMatch.strip().matches("\"[0-9]{1,18}\"")) {
            throw new ProblemException(Problem.malformed("If-Match", "invalid"));
        }
        return Long.valueOf(ifMatch.strip().replace("\"", ""));
    }

    /** The same for a command, whose versions are small: it is the aggregate that compares. */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        Long wanted = wanted(ifMatch);
        return wanted == null ? null : (int) Math.min(wanted, Integer.MAX_VALUE);
    }

    /** Answers 412 where another version than the wanted one is there; null wants none in particular. */
    public static void check(@Nullable Long wanted, long actual) {
        if (wanted != null && wanted != actual) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
        }
    }
}
