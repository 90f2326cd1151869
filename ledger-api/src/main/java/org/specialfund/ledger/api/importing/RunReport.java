package org.specialfund.ledger.api.importing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.importing.plan.Tally;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * What became of the rows of an import so far, in a rehearsal or for good. Not thread-safe.
 *
 * @param rows gone through
 * @param accepted by kind
 * @param repeated by kind: recorded before, by this import or another
 * @param refused by kind and code
 * @param position the greatest position of what was recorded; 0 in a rehearsal
 */
record RunReport(
        long rows,
        Map<String, Tally> accepted,
        Map<String, Tally> repeated,
        Map<String, Map<String, Tally>> refused,
        long position) {

    static RunReport start() {
        return new RunReport(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0);
    }

    RunReport plus(PlannedRow row, @Nullable Refusal refusal, boolean isRepeated, long itsPosition) {
        BigDecimal amount = row.amount();
        Tally one = Tally.NONE.plus(amount == null ? BigDecimal.ZERO : amount);
        String kind = row.kind().word();
        if (refusal != null) {
            refused.computeIfAbsent(kind, k -> new TreeMap<>())
                    .merge(refusal.code().code(), one, Tally::plus);
        } else {
            (isRepeated ? repeated : accepted).merge(kind, one, Tally::plus);
        }
        return new RunReport(rows + 1, accepted, repeated, refused, Math.max(position, itsPosition));
    }
}
