package org.specialfund.ledger.api.fund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.DatedDocument;
import org.specialfund.ledger.api.command.Suspension;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.fund.command.AmendRules;
import org.specialfund.ledger.core.fund.command.CloseFund;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fund.command.ResumeFund;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fund.event.SupervisionThreshold;
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

/** Commands to funds. */
@RestController
@RequestMapping("/api/v1/funds")
@Tag(name = "funds")
class FundCommandsController {

    /**
     * The rules of a fund, whole.
     *
     * @param appliesFrom first day of the new version, after today
     */
    record NewRules(
            LocalDate appliesFrom,
            String timeZone,
            int firstMonth,
            @Nullable List<String> categories,
            @Nullable BigDecimal leaderThreshold,
            @Nullable BigDecimal approvalThreshold,
            String returnsTo,
            String surplusTo,
            String lateReturnsTo,
            @Nullable Integer noticeWorkingDays,
            @Nullable Integer reviewsRequired,
            @Nullable List<CategoryRule> categoryRules,
            @Nullable List<SupervisionThreshold> supervisionThresholds,
            String documentRef,
            @Nullable String documentSha256) {

        AmendRules of(String fundCode, @Nullable Integer expectedVersion) {
            return new AmendRules(
                    fundCode,
                    appliesFrom,
                    timeZone,
                    firstMonth,
                    categories == null ? List.of() : categories,
                    leaderThreshold,
                    approvalThreshold,
                    returnsTo,
                    surplusTo,
                    lateReturnsTo,
                    noticeWorkingDays,
                    reviewsRequired,
                    categoryRules == null ? List.of() : categoryRules,
                    supervisionThresholds == null ? List.of() : supervisionThresholds,
                    documentRef,
                    documentSha256,
                    expectedVersion);
        }
    }

    private final Commands commands;

    FundCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Propose a new fund with the first version of its rules; planner, then leader")
    ResponseEntity<CommandAnswer> establish(@RequestBody EstablishFund body, Person person, WriteRequest request) {
        return commands.give(body, person, request);
    }

    @PutMapping("/{code}/rules")
    @Operation(
            summary = "Propose a new version of a fund's rules; planner, then leader",
            description =
                    "With If-Match, the ETag of GET …/rules: 412 where another version was set since, now or when it "
                            + "is confirmed.")
    ResponseEntity<CommandAnswer> amendRules(
            @PathVariable String code,
            @RequestBody NewRules body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Person person,
            WriteRequest request) {
        return commands.give(body.of(code, VersionMatch.expected(ifMatch)), person, request);
    }

    @PostMapping("/{code}/suspend")
    @Operation(summary = "Stop a fund's payments from a day on; leader or approver")
    ResponseEntity<CommandAnswer> suspend(
            @PathVariable String code, @RequestBody Suspension body, Person person, WriteRequest request) {
        return commands.give(body.as(SuspendFund::new, code), person, request);
    }

    @PostMapping("/{code}/resume")
    @Operation(summary = "Propose to lift one cause of a fund's suspension; planner or clerk, then leader")
    ResponseEntity<CommandAnswer> resume(
            @PathVariable String code, @RequestBody Suspension body, Person person, WriteRequest request) {
        return commands.give(body.as(ResumeFund::new, code), person, request);
    }

    @PostMapping("/{code}/close")
    @Operation(summary = "Propose to close a fund; planner, then leader")
    ResponseEntity<CommandAnswer> close(
            @PathVariable String code, @RequestBody DatedDocument body, Person person, WriteRequest request) {
        return commands.give(
                new CloseFund(code, body.effectiveDate(), body.documentRef(), body.documentSha256()), person, request);
    }
}
