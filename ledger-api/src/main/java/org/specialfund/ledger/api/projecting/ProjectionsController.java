package org.specialfund.ledger.api.projecting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.processing.DeadLetter;
import org.specialfund.ledger.projections.processing.ProjectionStatus;
import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operations: how the figures are, and computing them anew. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "operations")
class ProjectionsController {

    /**
     * How a projection is.
     *
     * @param lag how many positions it is behind
     * @param deadLetters how many events it has set aside
     * @param failedAt position of the event before which it stands still
     */
    record ProjectionView(
            String name,
            long position,
            long head,
            long lag,
            int gaps,
            long deadLetters,
            boolean standsStill,
            @Nullable Long failedAt,
            @Nullable String failedType,
            Rebuilds.@Nullable LastRebuild rebuild) {

        static ProjectionView of(
                ProjectionStatus status, List<DeadLetter> letters, Rebuilds.@Nullable LastRebuild rebuild) {
            ProjectionStatus.Failure failure = status.failure();
            return new ProjectionView(
                    status.name(),
                    status.position(),
                    status.head(),
                    status.lag(),
                    status.gaps(),
                    letters.stream()
                            .filter(letter -> letter.projection().equals(status.name()))
                            .count(),
                    failure != null,
                    failure == null ? null : failure.position(),
                    failure == null ? null : failure.type(),
                    rebuild);
        }
    }

    /**
     * Which dead letters to try again; all where nothing is named.
     *
     * @param position one of the projection's; those of the same stream are tried with it, in their order
     */
    record Letters(@Nullable String projection, @Nullable Long position) {}

    /**
     * What became of them.
     *
     * @param taken how many
     * @param left those that are still set aside
     */
    record Tried(int taken, List<DeadLetter> left) {}

    private final Projections projections;
    private final Rebuilds rebuilds;

    ProjectionsController(Projections projections, Rebuilds rebuilds) {
        this.projections = projections;
        this.rebuilds = rebuilds;
    }

    @GetMapping("/projections")
    @Operation(summary = "How far every projection is; administrator, inspector or auditor")
    List<ProjectionView> list() {
        List<DeadLetter> letters = projections.deadLetters();
        return projections.status().stream()
                .map(status -> ProjectionView.of(status, letters, rebuilds.last(status.name())))
                .toList();
    }

    @PostMapping("/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Compute a projection anew from all events; administrator",
            description = "The old figures go on serving until the new ones are complete; "
                    + "GET /projections shows how it goes.")
    ProjectionView rebuild(@PathVariable String name) {
        ProjectionStatus status = projections.status().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        if (!rebuilds.begin(name)) {
            throw new ProblemException(ProblemCode.CONFLICT);
        }
        return ProjectionView.of(status, projections.deadLetters(), rebuilds.last(name));
    }

    @GetMapping("/dead-letters")
    @Operation(
            summary = "Events that a projection could not take and has set aside; administrator, inspector or auditor",
            description =
                    "Later events of the same stream wait behind them, without an error of their own. Projections of "
                            + "money set nothing aside: they stand still, see GET /projections. A projection that sets "
                            + "more than 1,000 aside stands still too.")
    List<DeadLetter> deadLetters() {
        return projections.deadLetters();
    }

    @PostMapping("/dead-letters")
    @Operation(
            summary = "Try dead letters again: all, those of a projection, or one with its stream; administrator",
            description =
                    "The events of a stream are tried in their order; the first that fails again stops its stream.")
    Tried retry(@RequestBody(required = false) @Nullable Letters body) {
        List<DeadLetter> asked = asked(body == null ? new Letters(null, null) : body);
        int taken = projections.retry(asked);
        return new Tried(taken, projections.deadLetters());
    }

    private List<DeadLetter> asked(Letters letters) {
        List<DeadLetter> all = projections.deadLetters();
        if (letters.projection() == null) {
            new Form()
                    .that(letters.position() == null, "projection", "required")
                    .check();
            return all;
        }
        List<DeadLetter> ofProjection = all.stream()
                .filter(letter -> letter.projection().equals(letters.projection()))
                .toList();
        if (letters.position() == null) {
            return ofProjection;
        }
        DeadLetter one = ofProjection.stream()
                .filter(letter -> letter.position() == letters.position())
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return ofProjection.stream()
                .filter(letter -> letter.stream().equals(one.stream()))
                .toList();
    }
}
