package org.specialfund.ledger.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.DatedDocument;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.project.command.RecordAcceptance;
import org.specialfund.ledger.core.project.command.RecordMilestone;
import org.specialfund.ledger.core.project.command.RecordSecurityEvidence;
import org.specialfund.ledger.core.project.command.ScorePerformance;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to approved projects. */
@RestController
@RequestMapping("/api/v1/projects/{no}")
@Tag(name = "projects")
class DeliveryCommandsController {

    /** A milestone; without {@code reachedOn} it is only planned. */
    record Milestone(
            String milestone,
            String title,
            LocalDate plannedOn,
            @Nullable LocalDate reachedOn,
            @Nullable String documentRef,
            @Nullable String documentSha256) {}

    /** A performance score, 0 to 100. */
    record Performance(
            int score,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;

    DeliveryCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/milestones")
    @Operation(summary = "Plan a milestone, plan it anew, or record that it was reached; unit or planner")
    ResponseEntity<CommandAnswer> milestone(
            @PathVariable String no, @RequestBody Milestone body, Person person, WriteRequest request) {
        return commands.give(
                new RecordMilestone(
                        no,
                        body.milestone(),
                        body.title(),
                        body.plannedOn(),
                        body.reachedOn(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/acceptance")
    @Operation(summary = "Record that what was to be delivered was accepted (验收); planner")
    ResponseEntity<CommandAnswer> accept(
            @PathVariable String no, @RequestBody DatedDocument body, Person person, WriteRequest request) {
        return commands.give(
                new RecordAcceptance(no, body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/security-evidence")
    @Operation(summary = "Take in the evidence that what was delivered is secure; planner")
    ResponseEntity<CommandAnswer> secure(
            @PathVariable String no, @RequestBody DatedDocument body, Person person, WriteRequest request) {
        return commands.give(
                new RecordSecurityEvidence(no, body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/performance")
    @Operation(summary = "Evaluate the result of an accepted project: at least 90 优, 80 良, 60 中, else 差; planner")
    ResponseEntity<CommandAnswer> score(
            @PathVariable String no, @RequestBody Performance body, Person person, WriteRequest request) {
        return commands.give(
                new ScorePerformance(no, body.score(), body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }
}
