package org.specialfund.ledger.api.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A fund's life step by step, forward and back. */
@RestController
@RequestMapping("/api/v1/funds/{code}/replay/steps")
@Tag(name = "history")
class StepsController {

    /** A step answers far more than a row of a list. */
    private static final int MOST = 100;

    private static final int USUAL = 20;

    /**
     * A page of steps, oldest first.
     *
     * @param previous the address of the steps before; absent at the beginning
     * @param next the address of the steps after; absent at the end
     * @param position up to which the fund's events are known
     */
    record StepsView(
            String fundCode,
            List<Steps.StepView> steps,
            @Nullable String previous,
            @Nullable String next,
            long position) {}

    private final Steps steps;
    private final Funds funds;

    StepsController(Steps steps, Funds funds) {
        this.steps = steps;
        this.funds = funds;
    }

    @GetMapping
    @Operation(
            summary = "A fund's events step by step, forward and back; inspector or auditor",
            description = "For each: the event, who, on which version of the rules, from which document, its postings, "
                    + "the balances around it, the approvals that were required, and what was refused meanwhile. Give "
                    + "after or before, a position, or neither to begin with the first event. Costs the page.")
    ResponseEntity<StepsView> steps(
            @PathVariable String code,
            @Parameter(description = "The steps after this position") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "The last steps before this position") @RequestParam(required = false) @Nullable
                    Long before,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "" + USUAL) int limit,
            ReadRequest read) {
        new Form()
                .code("code", code)
                .range("limit", limit, 1, MOST)
                .that(after == null || isPosition(after), "after", "out-of-range")
                .that(before == null || isPosition(before), "before", "out-of-range")
                .that(after == null || before == null, "before", "invalid")
                .check();
        FundView fund = fund(code);
        Steps.Found found = before == null
                ? steps.after(fund, after == null ? 0 : after, limit)
                : steps.before(fund, before, limit);
        long first = found.steps().isEmpty() ? edge(after, before) : position(found, 0);
        long last = found.steps().isEmpty()
                ? edge(after, before) - 1
                : position(found, found.steps().size() - 1);
        String list = list(code) + "?limit=" + limit;
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(found.position()))
                .body(new StepsView(
                        code,
                        found.steps(),
                        found.earlier() ? list + "&before=" + first : null,
                        found.later() ? list + "&after=" + last : null,
                        found.position()));
    }

    @GetMapping("/{position}")
    @Operation(summary = "The step at a position; its address stays the same")
    ResponseEntity<Steps.StepView> step(@PathVariable String code, @PathVariable long position, ReadRequest read) {
        new Form()
                .code("code", code)
                .that(isPosition(position), "position", "out-of-range")
                .check();
        Steps.Found found = steps.after(fund(code), position - 1, 1);
        if (found.steps().isEmpty() || position(found, 0) != position) {
            throw unknown();
        }
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(found.position()))
                .body(found.steps().get(0));
    }

    private static boolean isPosition(long number) {
        return number >= 0 && number < Long.MAX_VALUE;
    }

    static String address(String fundCode, long position) {
        return list(fundCode) + "/" + position;
    }

    /** The address of the last steps up to a position. */
    static String upTo(String fundCode, long position) {
        return list(fundCode) + "?before=" + (Math.max(0, position) + 1);
    }

    private static String list(String fundCode) {
        return "/api/v1/funds/" + fundCode + "/replay/steps";
    }

    private FundView fund(String code) {
        return funds.find(code).orElseThrow(StepsController::unknown);
    }

    /** The position that an empty page lies before. */
    private static long edge(@Nullable Long after, @Nullable Long before) {
        return before == null ? (after == null ? 1 : after + 1) : before;
    }

    private static long position(Steps.Found found, int step) {
        return found.steps().get(step).event().position();
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
