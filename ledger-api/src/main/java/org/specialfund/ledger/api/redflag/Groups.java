package org.specialfund.ledger.api.redflag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows that are judged together. */
final class Groups {

    private Groups() {}

    /** In the order in which the first of each group comes. */
    static <R> Map<String, List<R>> of(List<R> rows, Function<R, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
