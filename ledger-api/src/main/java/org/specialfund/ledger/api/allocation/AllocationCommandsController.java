package org.specialfund.ledger.api.allocation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.DatedDocument;
import org.specialfund.ledger.api.command.Document;
import org.specialfund.ledger.api.command.Movement;
import org.specialfund.ledger.api.command.Suspension;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.CloseAllocation;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.DecreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IncreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.MoveFunds;
import org.specialfund.ledger.core.allocation.command.ReclaimAllocation;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.ReturnSurplus;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to allocations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "allocations")
class AllocationCommandsController {

    /** The parts and conditions of an allocation. */
    record Tranches(
            @Nullable List<Tranche> tranches,
            String documentRef,
            @Nullable String documentSha256) {}

    /**
     * Unspent money that goes into a new allocation of the next year.
     *
     * @param authorisingDocument needed for money unspent for two consecutive years
     */
    record CarryOver(
            String toAllocationNo,
            BigDecimal amount,
            @Nullable String authorisingDocument,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;

    AllocationCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/allocations")
    @Operation(summary = "Propose to assign money of a fund year to a recipient; clerk, then approver")
    ResponseEntity<CommandAnswer> issue(@RequestBody IssueAllocation body, Person person, WriteRequest request) {
        return commands.give(body, person, request);
    }

    @PostMapping("/virements")
    @Operation(summary = "Propose to move money between allocations of one fund year; clerk, then approver")
    ResponseEntity<CommandAnswer> moveFunds(@RequestBody MoveFunds body, Person person, WriteRequest request) {
        return commands.give(body, person, request);
    }

    @PostMapping("/allocations/{allocationNo}/tranches")
    @Operation(
            summary = "Agree the parts and conditions of an allocation; planner or clerk",
            description = "With If-Match, the ETag of GET …/tranches: 412 where they were agreed anew since.")
    ResponseEntity<CommandAnswer> agreeTranches(
            @PathVariable String allocationNo,
            @RequestBody Tranches body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Person person,
            WriteRequest request) {
        return commands.give(
                new AgreeTranches(
                        allocationNo,
                        body.tranches() == null ? List.of() : body.tranches(),
                        body.documentRef(),
                        body.documentSha256(),
                        VersionMatch.expected(ifMatch)),
                person,
                request);
    }

    @PostMapping("/allocations/{allocationNo}/tranches/{number}/confirm")
    @Operation(summary = "Confirm that a tranche's condition is met; reviewer or approver")
    ResponseEntity<CommandAnswer> confirmTranche(
            @PathVariable String allocationNo,
            @PathVariable int number,
            @RequestBody Document body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new ConfirmTrancheCondition(allocationNo, number, body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/allocations/{allocationNo}/increase")
    @Operation(summary = "Propose to increase an allocation; clerk, then approver")
    ResponseEntity<CommandAnswer> increase(
            @PathVariable String allocationNo, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(IncreaseAllocation::new, allocationNo), person, request);
    }

    @PostMapping("/allocations/{allocationNo}/decrease")
    @Operation(summary = "Propose to decrease an allocation; clerk, then approver")
    ResponseEntity<CommandAnswer> decrease(
            @PathVariable String allocationNo, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(DecreaseAllocation::new, allocationNo), person, request);
    }

    @PostMapping("/allocations/{allocationNo}/suspend")
    @Operation(summary = "Stop an allocation's payments from a day on; leader or approver")
    ResponseEntity<CommandAnswer> suspend(
            @PathVariable String allocationNo, @RequestBody Suspension body, Person person, WriteRequest request) {
        return commands.give(body.as(SuspendAllocation::new, allocationNo), person, request);
    }

    @PostMapping("/allocations/{allocationNo}/resume")
    @Operation(summary = "Propose to lift one cause of an allocation's suspension; clerk, then approver")
    ResponseEntity<CommandAnswer> resume(
            @PathVariable String allocationNo, @RequestBody Suspension body, Person person, WriteRequest request) {
        return commands.give(body.as(ResumeAllocation::new, allocationNo), person, request);
    }

    @PostMapping("/allocations/{allocationNo}/return-surplus")
    @Operation(summary = "Propose to give back what is no longer needed; clerk, then approver")
    ResponseEntity<CommandAnswer> returnSurplus(
            @PathVariable String allocationNo, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(ReturnSurplus::new, allocationNo), person, request);
    }

    @PostMapping("/allocations/{allocationNo}/reclaim")
    @Operation(summary = "Propose to take unspent money back; clerk, then approver")
    ResponseEntity<CommandAnswer> reclaim(
            @PathVariable String allocationNo, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(ReclaimAllocation::new, allocationNo), person, request);
    }

    @PostMapping("/allocations/{allocationNo}/carry-over")
    @Operation(summary = "Propose to carry unspent money into a new allocation of the next year; clerk, then approver")
    ResponseEntity<CommandAnswer> carryOver(
            @PathVariable String allocationNo, @RequestBody CarryOver body, Person person, WriteRequest request) {
        return commands.give(
                new CarryOverAllocation(
                        allocationNo,
                        body.toAllocationNo(),
                        body.amount(),
                        body.authorisingDocument(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/allocations/{allocationNo}/close")
    @Operation(summary = "Propose to close an allocation that has nothing left; clerk, then approver")
    ResponseEntity<CommandAnswer> close(
            @PathVariable String allocationNo, @RequestBody DatedDocument body, Person person, WriteRequest request) {
        return commands.give(
                new CloseAllocation(allocationNo, body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }
}
