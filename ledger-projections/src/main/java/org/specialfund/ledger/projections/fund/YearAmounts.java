package org.specialfund.ledger.projections.fund;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fundyear.event.AllocationOpened;
import org.specialfund.ledger.core.fundyear.event.CommitmentMoved;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the events of a batch add to the plan lines of fund years. Not thread-safe. */
final class YearAmounts {

    private final Map<Line, BigDecimal> committed = new LinkedHashMap<>();

    private record Line(String fundCode, int year, String line) {}

    void add(FundYearEvent event) {
        if (event instanceof Committed e) {
            commit(event, e.planLine(), e.amount());
        } else if (event instanceof AllocationOpened e) {
            commit(event, e.planLine(), e.amount());
        } else if (event instanceof Released e) {
            commit(event, e.planLine(), e.amount().negate());
        } else if (event instanceof CommitmentMoved e) {
            commit(event, e.planLine(), e.amount().negate());
            commit(event, e.toPlanLine(), e.amount());
        }
    }

    void write(JdbcTemplate jdbc, String schema) {
        SqlArrays rows = SqlArrays.of("fund_code text", "year integer", "line text", "committed numeric");
        committed.forEach((line, amount) -> rows.add(line.fundCode(), line.year(), line.line(), amount));
        rows.insert(
                jdbc,
                schema + ".commitment AS c",
                "ON CONFLICT (fund_code, year, line) DO UPDATE SET committed = c.committed + excluded.committed");
    }

    private void commit(FundYearEvent event, @Nullable String line, BigDecimal change) {
        if (line != null) {
            committed.merge(new Line(event.fundCode(), event.year(), line), change, BigDecimal::add);
        }
    }
}
