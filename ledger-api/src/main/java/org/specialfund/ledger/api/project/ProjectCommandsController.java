package org.specialfund.ledger.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.Movement;
import org.specialfund.ledger.api.command.Reason;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.project.command.ApproveProject;
import org.specialfund.ledger.core.project.command.AssignExperts;
import org.specialfund.ledger.core.project.command.CheckProject;
import org.specialfund.ledger.core.project.command.OpenNotice;
import org.specialfund.ledger.core.project.command.RaiseObjection;
import org.specialfund.ledger.core.project.command.RecordReview;
import org.specialfund.ledger.core.project.command.RecuseExpert;
import org.specialfund.ledger.core.project.command.RejectProject;
import org.specialfund.ledger.core.project.command.SubmitProject;
import org.specialfund.ledger.core.project.command.WithdrawProject;
import org.specialfund.ledger.core.project.event.Expert;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to projects until they are decided. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects")
class ProjectCommandsController {

    /**
     * Whether the form is complete.
     *
     * @param result {@code complete} or {@code sent-back}
     */
    record Check(String result, @Nullable String reason) {}

    /** Who is to review. */
    record Experts(List<Expert> experts) {}

    /** An expert's own review; score 0 to 100. */
    record Review(int score, String opinion, LocalDate effectiveDate) {}

    /** When the notice begins; how long it lasts follows from the rules and the working calendar. */
    record Notice(
            LocalDate firstDay,
            String documentRef,
            @Nullable String documentSha256) {}

    /** What is objected, on a day of the notice. */
    record Objection(
            String grounds,
            LocalDate effectiveDate,
            @Nullable String documentRef,
            @Nullable String documentSha256) {}

    /** Why a project is rejected. */
    record Rejection(
            String reason,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;

    ProjectCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(
            summary = "A unit applies with a project, for itself",
            description = "Sent back, it is submitted again under its number, for the same fund years.")
    ResponseEntity<CommandAnswer> submit(@RequestBody SubmitProject body, Person person, WriteRequest request) {
        return commands.create(body, "/api/v1/projects/" + body.projectNo(), person, request);
    }

    @PostMapping("/{no}/check")
    @Operation(summary = "Check the form: complete, or sent back with a reason; planner")
    ResponseEntity<CommandAnswer> check(
            @PathVariable String no, @RequestBody Check body, Person person, WriteRequest request) {
        return commands.give(new CheckProject(no, body.result(), body.reason()), person, request);
    }

    @PostMapping("/{no}/experts")
    @Operation(summary = "Ask experts to review, besides those asked before; planner")
    ResponseEntity<CommandAnswer> assignExperts(
            @PathVariable String no, @RequestBody Experts body, Person person, WriteRequest request) {
        return commands.give(new AssignExperts(no, body.experts()), person, request);
    }

    @PostMapping("/{no}/experts/{expert}/recuse")
    @Operation(summary = "Record that an expert does not review; the expert, or a planner")
    ResponseEntity<CommandAnswer> recuse(
            @PathVariable String no,
            @PathVariable String expert,
            @RequestBody Reason body,
            Person person,
            WriteRequest request) {
        return commands.give(new RecuseExpert(no, expert, body.reason()), person, request);
    }

    @PostMapping("/{no}/reviews")
    @Operation(summary = "Record one's own review; an expert who was asked")
    ResponseEntity<CommandAnswer> review(
            @PathVariable String no, @RequestBody Review body, Person person, WriteRequest request) {
        return commands.give(new RecordReview(no, body.score(), body.opinion(), body.effectiveDate()), person, request);
    }

    @PostMapping("/{no}/notice")
    @Operation(summary = "Put a reviewed project up for public notice; planner")
    ResponseEntity<CommandAnswer> openNotice(
            @PathVariable String no, @RequestBody Notice body, Person person, WriteRequest request) {
        return commands.give(
                new OpenNotice(no, body.firstDay(), body.documentRef(), body.documentSha256()), person, request);
    }

    @PostMapping("/{no}/objections")
    @Operation(
            summary = "Object during the notice; unit, or a planner for the public",
            description = "The objection is named by the project's number, a colon and a number from 1: P7:1.")
    ResponseEntity<CommandAnswer> object(
            @PathVariable String no, @RequestBody Objection body, Person person, WriteRequest request) {
        return commands.give(
                new RaiseObjection(no, body.grounds(), body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{no}/approve")
    @Operation(summary = "Propose to approve a project with an amount, after its notice; planner, then leader")
    ResponseEntity<CommandAnswer> approve(
            @PathVariable String no, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(ApproveProject::new, no), person, request);
    }

    @PostMapping("/{no}/reject")
    @Operation(summary = "Propose to reject a project; planner, then leader")
    ResponseEntity<CommandAnswer> reject(
            @PathVariable String no, @RequestBody Rejection body, Person person, WriteRequest request) {
        return commands.give(
                new RejectProject(no, body.reason(), body.effectiveDate(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{no}/withdraw")
    @Operation(summary = "Withdraw one's application while it is not decided; the unit")
    ResponseEntity<CommandAnswer> withdraw(
            @PathVariable String no, @RequestBody Reason body, Person person, WriteRequest request) {
        return commands.give(new WithdrawProject(no, body.reason()), person, request);
    }
}
