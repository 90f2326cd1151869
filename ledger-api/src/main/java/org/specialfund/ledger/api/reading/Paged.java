package org.specialfund.ledger.api.reading;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.springframework.http.ResponseEntity;

/** Answers a page of a projection's list, with the position that it rests on in a header. */
public final class Paged {

    private Paged() {}

    /**
     * Answers what was found, {@link Page#fetch()} rows at most.
     *
     * @param key of a row: the cursor of the projection
     */
    public static <T> ResponseEntity<PageOf<T>> of(
            org.specialfund.ledger.projections.processing.Page<T, ?> found, Page page, Function<T, String> key) {
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, found.position())))
                .body(PageOf.of(found.rows(), page, key));
    }

    /** The position that a cursor holds; null for the first page. */
    public static @Nullable Long position(Page page) {
        String after = page.after();
        if (after == null) {
            return null;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        return Long.valueOf(after);
    }
}
