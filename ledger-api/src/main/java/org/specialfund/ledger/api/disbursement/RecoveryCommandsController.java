package org.specialfund.ledger.api.disbursement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.Movement;
import org.specialfund.ledger.api.command.ReasonedMovement;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to recoveries: paid money demanded back. */
@RestController
@RequestMapping("/api/v1/recoveries")
@Tag(name = "recoveries")
class RecoveryCommandsController {

    private final Commands commands;

    RecoveryCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(
            summary = "Propose to demand paid money back; clerk, then approver",
            description = "The recovery is named by the payment's reference, a colon and a number from 1: R7:1.")
    ResponseEntity<CommandAnswer> demand(@RequestBody DemandRecovery body, Person person, WriteRequest request) {
        return commands.give(body, person, request);
    }

    @PostMapping("/{id}/receive")
    @Operation(summary = "Propose that demanded money came back; clerk or treasury, then reviewer or approver")
    ResponseEntity<CommandAnswer> receive(
            @PathVariable String id, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(ReceiveRecovery::new, id), person, request);
    }

    @PostMapping("/{id}/waive")
    @Operation(summary = "Propose to give a demand up; clerk, then leader")
    ResponseEntity<CommandAnswer> waive(
            @PathVariable String id, @RequestBody ReasonedMovement body, Person person, WriteRequest request) {
        return commands.give(
                new WaiveRecovery(
                        id,
                        body.reason(),
                        body.amount(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }
}
