package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.view.Answered;
import org.specialfund.ledger.projections.view.LadderGroup;
import org.specialfund.ledger.projections.view.LadderRow;
import org.specialfund.ledger.projections.view.Ladders;
import org.specialfund.ledger.projections.view.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The execution ladder. */
@RestController
@RequestMapping("/api/v1/supervision/execution")
@Tag(name = "supervision")
class ExecutionController {

    /**
     * A part of the ladder.
     *
     * @param next the cursor of the next part; parts belong together where knownAt is the position of the first one
     */
    record Execution(
            String groupBy,
            List<LadderLine> items,
            @Nullable String next,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    private final Ladders ladders;

    ExecutionController(Ladders ladders) {
        this.ladders = ladders;
    }

    @GetMapping
    @Operation(
            summary = "The ladder appropriated → allocated → held → paid → reported spent → accepted",
            description = "groupBy: fund, year, fund-year, category or recipient. sort: group, or a figure of the "
                    + "lines, with - in front from the greatest on. Funds of different kinds or currencies are never "
                    + "added together. Rates that would divide by zero are absent.")
    ResponseEntity<Execution> get(
            @RequestParam(defaultValue = "fund") String groupBy,
            @RequestParam(required = false) @Nullable String fundCode,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "group") String sort,
            Moment moment,
            Page page,
            ReadRequest read) {
        Optional<LadderGroup> group = LadderGroup.of(groupBy);
        String word = sort.startsWith("-") ? sort.substring(1) : sort;
        new Form()
                .optionalCode("fundCode", fundCode)
                .that(word.equals("group") || LadderLine.SORTS.containsKey(word), "sort", "unknown-word")
                .check();
        Answered<List<LadderRow>> found = ladders.by(
                group.orElseThrow(() -> new ProblemException(Problem.malformed("groupBy", "unknown-word"))),
                new Scope(fundCode, year, moment.asOf(), moment.position()));
        List<LadderLine> lines = found.answer().stream()
                .map(LadderLine::of)
                .sorted(LadderLine.order(sort))
                .toList();
        PageOf<LadderLine> part = SortedPage.of(lines, page, LadderLine::key);
        long position = Math.max(0, found.position());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(new Execution(groupBy, part.items(), part.next(), moment.asOf(), position, moment.provisional()));
    }
}
