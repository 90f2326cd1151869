package org.specialfund.ledger.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.audit.command.ConfirmFinding;
import org.specialfund.ledger.core.audit.command.OrderRectification;
import org.specialfund.ledger.core.audit.command.ReferFinding;
import org.specialfund.ledger.core.audit.command.RespondToFinding;
import org.specialfund.ledger.core.audit.command.ReturnRectification;
import org.specialfund.ledger.core.audit.command.SubmitRectification;
import org.specialfund.ledger.core.audit.command.VerifyRectification;
import org.specialfund.ledger.core.audit.command.WithdrawFinding;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to findings. */
@RestController
@RequestMapping("/api/v1/findings/{id}")
@Tag(name = "audits")
class FindingCommandsController {

    /** A unit's response. */
    record Response(
            String response,
            @Nullable String documentRef,
            @Nullable String documentSha256) {}

    /** A decision on a day. */
    record Decision(LocalDate effectiveDate, String reason) {}

    /**
     * What is to be corrected.
     *
     * @param dueDate last day for it, after today
     */
    record Demand(
            String demand,
            LocalDate dueDate,
            @Nullable String documentRef,
            @Nullable String documentSha256) {}

    /** What a unit corrected. */
    record Submission(
            String statement, String documentRef, @Nullable String documentSha256) {}

    /**
     * Why a correction does not do.
     *
     * @param dueDate a new last day; absent for the one before
     */
    record SentBack(String reason, @Nullable LocalDate dueDate) {}

    /** To whom a finding is handed. */
    record Referral(
            String authority,
            String reason,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;

    FindingCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/respond")
    @Operation(summary = "Respond to a finding; the audited unit")
    ResponseEntity<CommandAnswer> respond(
            @PathVariable String id, @RequestBody Response body, Person person, WriteRequest request) {
        return commands.give(
                new RespondToFinding(id, body.response(), body.documentRef(), body.documentSha256()), person, request);
    }

    @PostMapping("/confirm")
    @Operation(
            summary = "Confirm another person's finding; team, or an inspector",
            description = "A severe one suspends its allocations from that day on, at once.")
    ResponseEntity<CommandAnswer> confirm(
            @PathVariable String id, @RequestBody Decision body, Person person, WriteRequest request) {
        return commands.give(new ConfirmFinding(id, body.effectiveDate(), body.reason()), person, request);
    }

    @PostMapping("/withdraw")
    @Operation(summary = "Withdraw a finding, and with it what it suspends; team, once confirmed not who raised it")
    ResponseEntity<CommandAnswer> withdraw(
            @PathVariable String id, @RequestBody Decision body, Person person, WriteRequest request) {
        return commands.give(new WithdrawFinding(id, body.effectiveDate(), body.reason()), person, request);
    }

    @PostMapping("/rectification")
    @Operation(summary = "Order a correction by a date, or set another date; team, or an inspector")
    ResponseEntity<CommandAnswer> order(
            @PathVariable String id, @RequestBody Demand body, Person person, WriteRequest request) {
        return commands.give(
                new OrderRectification(id, body.demand(), body.dueDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/submission")
    @Operation(summary = "Report the correction; the audited unit")
    ResponseEntity<CommandAnswer> submit(
            @PathVariable String id, @RequestBody Submission body, Person person, WriteRequest request) {
        return commands.give(
                new SubmitRectification(id, body.statement(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/verify")
    @Operation(summary = "Verify the correction: the finding is cleared; team, neither who raised nor who submitted it")
    ResponseEntity<CommandAnswer> verify(
            @PathVariable String id, @RequestBody Decision body, Person person, WriteRequest request) {
        return commands.give(new VerifyRectification(id, body.effectiveDate(), body.reason()), person, request);
    }

    @PostMapping("/return")
    @Operation(summary = "Send a correction back; team, or an inspector")
    ResponseEntity<CommandAnswer> sendBack(
            @PathVariable String id, @RequestBody SentBack body, Person person, WriteRequest request) {
        return commands.give(new ReturnRectification(id, body.reason(), body.dueDate()), person, request);
    }

    @PostMapping("/refer")
    @Operation(summary = "Hand a confirmed finding to another authority; team, or an inspector")
    ResponseEntity<CommandAnswer> refer(
            @PathVariable String id, @RequestBody Referral body, Person person, WriteRequest request) {
        return commands.give(
                new ReferFinding(id, body.authority(), body.reason(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }
}
