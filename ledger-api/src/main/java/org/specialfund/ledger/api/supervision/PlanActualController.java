package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plan against actual: what was planned, and what became of it. */
@RestController
@RequestMapping("/api/v1/supervision/plan-actual")
@Tag(name = "supervision")
class PlanActualController {

    /** A fund year; amounts in the fund's currency. */
    record YearPlan(String fundCode, int year, String currency, int planVersion, List<Line> lines) {}

    /**
     * A line of the plan.
     *
     * @param ceiling null where the plan in force has no such line any more
     * @param committed what allocations took under it; never above the ceiling
     * @param allocated what they hold and paid now: less than committed where paid money came back elsewhere
     * @param paid net
     * @param left of the ceiling, to be committed; null without a ceiling
     */
    record Line(
            String line,
            @Nullable String category,
            @Nullable BigDecimal ceiling,
            BigDecimal committed,
            BigDecimal allocated,
            BigDecimal paid,
            @Nullable BigDecimal left) {}

    private final Funds funds;
    private final Allocations allocations;

    PlanActualController(Funds funds, Allocations allocations) {
        this.funds = funds;
        this.allocations = allocations;
    }

    @GetMapping
    @Operation(summary = "By fund year and plan line: ceiling, committed, allocated, paid, as it is now")
    List<YearPlan> get(
            @RequestParam String fund, @RequestParam(required = false) @Nullable Integer year, ReadRequest read) {
        List<YearPlan> years = funds.find(fund).orElseThrow(PlanActualController::unknown).years().stream()
                .filter(found -> year == null || found.year() == year)
                .map(this::plan)
                .toList();
        if (year != null && years.isEmpty()) {
            throw unknown();
        }
        return years;
    }

    private YearPlan plan(FundView.Year year) {
        Map<String, AllocationView.Taken> taken = allocations.byPlanLine(year.fundCode(), year.year());
        List<FundView.PlanLineView> planned = funds.plan(year.fundCode(), year.year());
        AllocationView.Taken none =
                new AllocationView.Taken(Amounts.zero(year.currency()), Amounts.zero(year.currency()));
        Set<String> unplanned = new TreeSet<>(taken.keySet());
        planned.forEach(line -> unplanned.remove(line.line()));
        List<Line> lines = new ArrayList<>(planned.stream()
                .map(line -> line(line, taken.getOrDefault(line.line(), none), year.currency()))
                .toList());
        unplanned.forEach(line -> lines.add(line(
                new FundView.PlanLineView(line, null, null, Amounts.zero(year.currency())),
                taken.getOrDefault(line, none),
                year.currency())));
        return new YearPlan(year.fundCode(), year.year(), year.currency(), year.planVersion(), lines);
    }

    private static Line line(FundView.PlanLineView plan, AllocationView.Taken taken, String currency) {
        BigDecimal committed = plan.committed().setScale(Amounts.digits(currency));
        return new Line(
                plan.line(),
                plan.category(),
                plan.ceiling(),
                committed,
                taken.allocated(),
                taken.paid(),
                plan.ceiling() == null ? null : plan.ceiling().subtract(committed));
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
