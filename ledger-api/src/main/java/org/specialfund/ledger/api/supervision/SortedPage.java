package org.specialfund.ledger.api.supervision;

import java.util.List;
import java.util.function.Function;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;

/** Pages of a list that has to be computed whole before it can be sorted. */
final class SortedPage {

    private SortedPage() {}

    /**
     * The part that was asked for.
     *
     * @param key of a row, unique in the list; a cursor whose row is not there is refused
     */
    static <T> PageOf<T> of(List<T> sorted, Page page, Function<T, String> key) {
        int from = page.after() == null ? 0 : after(sorted, page.after(), key);
        int to = Math.min(sorted.size(), from + page.fetch());
        return PageOf.of(sorted.subList(from, to), page, key);
    }

    private static <T> int after(List<T> sorted, String cursor, Function<T, String> key) {
        for (int place = 0; place < sorted.size(); place++) {
            if (key.apply(sorted.get(place)).equals(cursor)) {
                return place + 1;
            }
        }
        throw new ProblemException(Problem.malformed("cursor", "invalid"));
    }
}
