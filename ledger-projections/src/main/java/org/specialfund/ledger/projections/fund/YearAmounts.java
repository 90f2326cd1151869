package org.specialfund.ledger.projections.fund;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fundyear.event.AllocationOpened;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.BudgetIncreased;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.CarryOverReceived;
import org.specialfund.ledger.core.fundyear.event.CommitmentMoved;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.LateReturnReceived;
import org.specialfund.ledger.core.fundyear.event.LateReturnReversed;
import org.specialfund.ledger.core.fundyear.event.OpeningRecorded;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.core.fundyear.event.YearCarriedOver;
import org.specialfund.ledger.core.fundyear.event.YearEntryReversed;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the events of a batch add to the plan lines of fund years, and to their origins. Not thread-safe. */
final class YearAmounts {

    private final Map<Line, BigDecimal> committed = new LinkedHashMap<>();
    private final Map<Origin, BigDecimal> unallocated = new LinkedHashMap<>();

    private record Line(String fundCode, int year, String line) {}

    private record Origin(String fundCode, int year, int originYear) {}

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
        addOrigin(event);
    }

    private void addOrigin(FundYearEvent event) {
        if (event instanceof OpeningRecorded e) {
            gain(event, e.year(), e.amount());
        } else if (event instanceof BudgetAppropriated e) {
            gain(event, e.year(), e.amount());
        } else if (event instanceof BudgetIncreased e) {
            gain(event, e.year(), e.amount());
        } else if (event instanceof BudgetReduced e) {
            gain(event, e.year(), e.amount().negate());
        } else if (event instanceof Committed e) {
            gain(event, e.originYear(), e.amount().negate());
        } else if (event instanceof Released e) {
            gain(event, e.originYear(), e.amount());
        } else if (event instanceof YearReclaimed e) {
            gain(event, e.originYear(), e.amount().negate());
        } else if (event instanceof YearCarriedOver e) {
            gain(event, e.originYear(), e.amount().negate());
        } else if (event instanceof CarryOverReceived e) {
            gain(event, e.originYear(), e.amount());
        } else if (event instanceof LateReturnReceived e) {
            gain(event, e.fromYear(), e.amount());
        } else if (event instanceof LateReturnReversed e) {
            gain(event, e.fromYear(), e.amount().negate());
        } else if (event instanceof YearEntryReversed e) {
            gain(event, e.originYear(), e.gains() ? e.amount() : e.amount().negate());
        }
    }

    void write(JdbcTemplate jdbc, String schema) {
        SqlArrays rows = SqlArrays.of("fund_code text", "year integer", "line text", "committed numeric");
        committed.forEach((line, amount) -> rows.add(line.fundCode(), line.year(), line.line(), amount));
        rows.insert(
                jdbc,
                schema + ".commitment AS c",
                "ON CONFLICT (fund_code, year, line) DO UPDATE SET committed = c.committed + excluded.committed");
        SqlArrays origins = SqlArrays.of("fund_code text", "year integer", "origin_year integer", "amount numeric");
        unallocated.forEach(
                (origin, amount) -> origins.add(origin.fundCode(), origin.year(), origin.originYear(), amount));
        origins.insert(
                jdbc,
                schema + ".unallocated AS u",
                "ON CONFLICT (fund_code, year, origin_year) DO UPDATE SET amount = u.amount + excluded.amount");
    }

    private void commit(FundYearEvent event, @Nullable String line, BigDecimal change) {
        if (line != null) {
            committed.merge(new Line(event.fundCode(), event.year(), line), change, BigDecimal::add);
        }
    }

    private void gain(FundYearEvent event, int originYear, BigDecimal change) {
        unallocated.merge(new Origin(event.fundCode(), event.year(), originYear), change, BigDecimal::add);
    }
}
