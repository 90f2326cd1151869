package org.specialfund.ledger.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.project.command.ResolveObjection;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to objections. */
@RestController
@RequestMapping("/api/v1/objections")
@Tag(name = "projects")
class ObjectionCommandsController {

    /** How an objection was decided. */
    record Resolution(
            boolean upheld,
            String reason,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;

    ObjectionCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/{id}/resolve")
    @Operation(
            summary = "Decide an objection; planner or leader, neither applicant nor objector",
            description = "An upheld one bars approval until a new review and a new notice.")
    ResponseEntity<CommandAnswer> resolve(
            @PathVariable String id, @RequestBody Resolution body, Person person, WriteRequest request) {
        return commands.give(
                new ResolveObjection(
                        id,
                        body.upheld(),
                        body.reason(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }
}
