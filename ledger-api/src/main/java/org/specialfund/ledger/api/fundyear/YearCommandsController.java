package org.specialfund.ledger.api.fundyear;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.Document;
import org.specialfund.ledger.api.command.Movement;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.fundyear.command.AdjustBudget;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.CloseYear;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.fundyear.command.StartClosing;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to fund years. */
@RestController
@RequestMapping("/api/v1/funds/{code}/years/{year}")
@Tag(name = "fund years")
class YearCommandsController {

    /**
     * What a ledger that starts in mid-life finds.
     *
     * @param unallocated what is unallocated; zero where nothing is
     */
    record Opening(
            BigDecimal unallocated,
            @Nullable List<OpeningAllocation> allocations,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    /**
     * A change of the budget.
     *
     * @param direction {@code increase} or {@code reduce}
     */
    record Adjustment(
            String direction,
            BigDecimal amount,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    /** The investment plan, whole. */
    record Plan(
            @Nullable List<PlanLine> lines,
            String documentRef,
            @Nullable String documentSha256) {}

    /**
     * Unallocated money that goes into the next year.
     *
     * @param originYear the year whose budget the money came from; absent for the year that it leaves
     * @param authorisingDocument needed for money unspent for two consecutive years
     */
    record CarryOver(
            BigDecimal amount,
            @Nullable Integer originYear,
            @Nullable String authorisingDocument,
            String documentRef,
            @Nullable String documentSha256) {}

    /**
     * Unallocated money that is taken back.
     *
     * @param originYear the year whose budget the money came from; absent for the year itself
     */
    record Reclaim(
            BigDecimal amount,
            @Nullable Integer originYear,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;

    YearCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Propose to open a fund's book for a fiscal year; clerk, then approver")
    ResponseEntity<CommandAnswer> open(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Document body,
            Person person,
            WriteRequest request) {
        return commands.give(new OpenYear(code, year, body.documentRef(), body.documentSha256()), person, request);
    }

    @PostMapping("/opening")
    @Operation(summary = "Propose what a ledger that starts in mid-life takes over; clerk, then approver")
    ResponseEntity<CommandAnswer> recordOpening(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Opening body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new RecordOpening(
                        code,
                        year,
                        body.unallocated(),
                        body.allocations() == null ? List.of() : body.allocations(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/appropriations")
    @Operation(summary = "Propose an appropriation; clerk, then approver")
    ResponseEntity<CommandAnswer> appropriate(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Movement body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new AppropriateBudget(
                        code, year, body.amount(), body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/adjustments")
    @Operation(summary = "Propose to increase or reduce the budget; clerk, then approver")
    ResponseEntity<CommandAnswer> adjust(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Adjustment body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new AdjustBudget(
                        code,
                        year,
                        body.direction(),
                        body.amount(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PutMapping("/plan")
    @Operation(
            summary = "Propose the investment plan, or its revision; planner, then leader",
            description =
                    "With If-Match, the ETag of GET …/plan: 412 where another version was set since, now or when it "
                            + "is confirmed.")
    ResponseEntity<CommandAnswer> setPlan(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Plan body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Person person,
            WriteRequest request) {
        return commands.give(
                new SetPlan(
                        code,
                        year,
                        body.lines() == null ? List.of() : body.lines(),
                        body.documentRef(),
                        body.documentSha256(),
                        VersionMatch.expected(ifMatch)),
                person,
                request);
    }

    @PostMapping("/carry-over")
    @Operation(summary = "Propose to carry unallocated money into the next year; clerk, then approver")
    ResponseEntity<CommandAnswer> carryOver(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody CarryOver body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new CarryOverUnallocated(
                        code,
                        year,
                        body.originYear() == null ? year : body.originYear(),
                        body.amount(),
                        body.authorisingDocument(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/reclaim")
    @Operation(summary = "Propose to take unallocated money back; clerk, then approver")
    ResponseEntity<CommandAnswer> reclaim(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Reclaim body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new ReclaimUnallocated(
                        code,
                        year,
                        body.originYear(),
                        body.amount(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/start-closing")
    @Operation(summary = "Propose to begin the closing of a year; clerk, then approver")
    ResponseEntity<CommandAnswer> startClosing(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Document body,
            Person person,
            WriteRequest request) {
        return commands.give(new StartClosing(code, year, body.documentRef(), body.documentSha256()), person, request);
    }

    @PostMapping("/close")
    @Operation(summary = "Propose to close a year's book for ever; clerk, then approver")
    ResponseEntity<CommandAnswer> close(
            @PathVariable String code,
            @PathVariable int year,
            @RequestBody Document body,
            Person person,
            WriteRequest request) {
        return commands.give(new CloseYear(code, year, body.documentRef(), body.documentSha256()), person, request);
    }
}
