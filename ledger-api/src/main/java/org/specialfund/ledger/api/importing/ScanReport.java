package org.specialfund.ledger.api.importing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.plan.DerivedCode;
import org.specialfund.ledger.api.importing.plan.Scan;
import org.specialfund.ledger.api.importing.plan.Tally;

/**
 * What a file holds.
 *
 * @param lines below the header, without those skipped
 * @param malformed lines that could not be read; they are listed with the refusals
 * @param planned rows by kind, as the file says them
 * @param rows that recording goes through
 * @param suffixed where a derived code needed a suffix, the first 1,000
 * @param currency of the sums; null where each fund has its own
 */
record ScanReport(
        long lines,
        long skipped,
        long malformed,
        Map<String, Tally> planned,
        long rows,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal controlTotal,
        List<DerivedCode> suffixed,
        @Nullable String currency) {

    private static final int MOST_SHOWN = 1_000;

    static ScanReport of(Scan.Result scan, @Nullable String currency) {
        Map<String, Tally> planned = new TreeMap<>();
        scan.planned().forEach((kind, tally) -> planned.put(kind.word(), tally));
        return new ScanReport(
                scan.lines(),
                scan.skipped(),
                scan.malformed(),
                planned,
                scan.rows(),
                scan.control(),
                scan.codes().all().stream()
                        .filter(DerivedCode::suffixed)
                        .limit(MOST_SHOWN)
                        .toList(),
                currency);
    }
}
