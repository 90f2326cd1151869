package org.specialfund.ledger.api.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.BatchAnswer;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.Reason;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.DeclineProposal;
import org.specialfund.ledger.core.proposal.command.WithdrawProposal;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to proposals. */
@RestController
@RequestMapping("/api/v1/proposals")
@Tag(name = "proposals")
class ProposalCommandsController {

    /**
     * Proposals to be confirmed together.
     *
     * @param atomic whether a refusal of one leaves all of them open
     */
    record Several(boolean atomic, @Nullable List<String> proposals) {}

    private static final int MOST = 500;

    private final Commands commands;

    ProposalCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/{id}/confirm")
    @Operation(
            summary = "Confirm another person's proposal, and carry it out; who may is the command's matter",
            description = "A proposal that is refused now stays open.")
    ResponseEntity<CommandAnswer> confirm(@PathVariable String id, Person person, WriteRequest request) {
        return commands.give(new ConfirmProposal(id), person, request);
    }

    @PostMapping("/{id}/decline")
    @Operation(summary = "Decline another person's proposal")
    ResponseEntity<CommandAnswer> decline(
            @PathVariable String id, @RequestBody Reason body, Person person, WriteRequest request) {
        return commands.give(new DeclineProposal(id, body.reason()), person, request);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Withdraw your own proposal")
    ResponseEntity<CommandAnswer> withdraw(
            @PathVariable String id, @RequestBody Reason body, Person person, WriteRequest request) {
        return commands.give(new WithdrawProposal(id, body.reason()), person, request);
    }

    @PostMapping("/confirm")
    @Operation(
            summary = "Confirm many proposals of other people, in their order",
            description = "At most 500. Not atomic: 207 where some were refused, each in its place; those stay open.")
    ResponseEntity<BatchAnswer> confirmSeveral(
            @RequestBody Several body, Person person, WriteRequest request, Locale language) {
        new Form().list("proposals", body.proposals(), MOST).check();
        List<ConfirmProposal> commandsOf = Objects.requireNonNull(body.proposals()).stream()
                .map(ConfirmProposal::new)
                .toList();
        return commands.giveAll(commandsOf, body.atomic(), person, request, language);
    }
}
