package org.specialfund.ledger.api.fundyear;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.Known;
import org.specialfund.ledger.projections.balance.YearFigures;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads fund years: their state as it is now, their figures on both axes. */
@RestController
@RequestMapping("/api/v1/funds/{code}/years")
@Tag(name = "fund years")
class YearsController {

    /**
     * A fund year.
     *
     * @param state {@code open}, {@code closing} or {@code closed}
     * @param planVersion of the plan in force; 0 where there is none
     * @param figures its accounts, at the top of the answer; absent as long as nothing was entered
     * @param unspentByOrigin as it is now, whatever the effective date asked for
     * @param executionRate paid in the year over what there was to spend, 0.42 for 42 %; absent, "n/a", at zero
     * @param spendingRate reported as spent over paid; absent, "n/a", at zero
     */
    record YearView(
            String state,
            LocalDate firstDay,
            LocalDate lastDay,
            int planVersion,
            List<FundView.PlanLineView> plan,
            List<Unspent> unspentByOrigin,
            @JsonUnwrapped @Nullable YearFigures figures,
            @Nullable BigDecimal allocated,
            @Nullable BigDecimal executionRate,
            @Nullable BigDecimal spendingRate,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    /**
     * The investment plan.
     *
     * @param version 0 where there is none
     */
    record PlanView(int version, List<Line> lines) {

        /** A line of it; ceiling in the fund's currency. */
        record Line(String line, @Nullable String category, BigDecimal ceiling) {}
    }

    /**
     * Money of a fund year that is not spent, by where it came from.
     *
     * @param originYear the year whose budget the money came from
     */
    record Unspent(int originYear, BigDecimal unallocated, BigDecimal available, BigDecimal held) {}

    private final Funds funds;
    private final Allocations allocations;
    private final Balances balances;

    YearsController(Funds funds, Allocations allocations, Balances balances) {
        this.funds = funds;
        this.allocations = allocations;
        this.balances = balances;
    }

    @GetMapping
    @Operation(summary = "A fund's years, oldest first")
    List<FundView.Year> list(@PathVariable String code, ReadRequest read) {
        return funds.find(code).orElseThrow(YearsController::unknown).years();
    }

    @GetMapping("/{year}")
    @Operation(
            summary = "A fund year: appropriated, unallocated, allocated, held, paid, execution rate, plan, unspent by "
                    + "origin year")
    ResponseEntity<YearView> get(@PathVariable String code, @PathVariable int year, Moment moment, ReadRequest read) {
        FundView.Year found = funds.findYear(code, year).orElseThrow(YearsController::unknown);
        Known<Optional<YearFigures>> known = balances.yearFigures(code, year, found.lastDay(), moment.at());
        YearFigures figures = known.answer().orElse(null);
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, known.position())))
                .body(new YearView(
                        found.state(),
                        found.firstDay(),
                        found.lastDay(),
                        found.planVersion(),
                        funds.plan(code, year),
                        unspentByOrigin(found),
                        figures,
                        figures == null ? null : figures.allocated(),
                        figures == null ? null : figures.executionRate(),
                        figures == null ? null : figures.spendingRate(),
                        moment.asOf(),
                        Math.max(0, known.position()),
                        moment.provisional()));
    }

    @GetMapping("/{year}/plan")
    @Operation(summary = "The investment plan in force; the ETag goes into If-Match of a revision")
    ResponseEntity<PlanView> plan(@PathVariable String code, @PathVariable int year, ReadRequest read) {
        // The version first: where a revision comes in between, the lines are newer, and If-Match says so.
        int version =
                funds.findYear(code, year).orElseThrow(YearsController::unknown).planVersion();
        List<PlanView.Line> lines = new ArrayList<>();
        for (FundView.PlanLineView line : funds.plan(code, year)) {
            if (line.ceiling() != null) {
                lines.add(new PlanView.Line(line.line(), line.category(), line.ceiling()));
            }
        }
        return ResponseEntity.ok().eTag(VersionMatch.tag(version)).body(new PlanView(version, lines));
    }

    private List<Unspent> unspentByOrigin(FundView.Year year) {
        SortedMap<Integer, BigDecimal> unallocated = funds.unallocatedByOrigin(year.fundCode(), year.year());
        SortedMap<Integer, AllocationView.Unspent> allocated =
                allocations.unspentByOrigin(year.fundCode(), year.year());
        BigDecimal zero = Amounts.zero(year.currency());
        SortedSet<Integer> origins = new TreeSet<>(unallocated.keySet());
        origins.addAll(allocated.keySet());
        return origins.stream()
                .map(origin -> {
                    AllocationView.Unspent unspent =
                            allocated.getOrDefault(origin, new AllocationView.Unspent(zero, zero));
                    return new Unspent(
                            origin, unallocated.getOrDefault(origin, zero), unspent.available(), unspent.held());
                })
                .toList();
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
