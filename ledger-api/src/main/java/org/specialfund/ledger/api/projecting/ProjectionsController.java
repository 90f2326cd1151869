package org.specialfund.ledger.api.projecting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.processing.ProjectionStatus;
import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operations: how the figures are, and computing them anew. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "operations")
class ProjectionsController {

    private static final Set<Role> LOOK = Set.of(Role.ADMINISTRATOR, Role.INSPECTOR, Role.AUDITOR);

    /**
     * How a projection is.
     *
     * @param lag how many positions it is behind
     * @param failedAt position of the event before which it stands still
     */
    record ProjectionView(
            String name,
            long position,
            long head,
            long lag,
            int gaps,
            boolean standsStill,
            @Nullable Long failedAt,
            @Nullable String failedType,
            Rebuilds.@Nullable LastRebuild rebuild) {

        static ProjectionView of(ProjectionStatus status, Rebuilds.@Nullable LastRebuild rebuild) {
            ProjectionStatus.Failure failure = status.failure();
            return new ProjectionView(
                    status.name(),
                    status.position(),
                    status.head(),
                    status.lag(),
                    status.gaps(),
                    failure != null,
                    failure == null ? null : failure.position(),
                    failure == null ? null : failure.type(),
                    rebuild);
        }
    }

    /** An event that a reaction could not take; without its payload. */
    record DeadLetter(
            String id,
            String group,
            String eventId,
            String type,
            @Nullable String cause,
            String since) {}

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final JdbcTemplate jdbc;

    ProjectionsController(Projections projections, Rebuilds rebuilds, JdbcTemplate jdbc) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.jdbc = jdbc;
    }

    @GetMapping("/projections")
    @Operation(summary = "How far every projection is; administrator, inspector or auditor")
    List<ProjectionView> list(Person person) {
        check(person, LOOK);
        return projections.status().stream()
                .map(status -> ProjectionView.of(status, rebuilds.last(status.name())))
                .toList();
    }

    @PostMapping("/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Compute a projection anew from all events; administrator",
            description =
                    "The old figures go on serving until the new ones are complete; "
                            + "GET /projections shows how it goes.")
    ProjectionView rebuild(@PathVariable String name, Person person) {
        check(person, Set.of(Role.ADMINISTRATOR));
        ProjectionStatus status = projections.status().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        if (!rebuilds.begin(name)) {
            throw new ProblemException(ProblemCode.CONFLICT);
        }
        return ProjectionView.of(status, rebuilds.last(name));
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Events that a reaction could not take, oldest first, 500 at most; administrator or auditor")
    List<DeadLetter> deadLetters(Person person) {
        check(person, LOOK);
        return jdbc.query(
                "select dead_letter_id, processing_group, event_id, payload_type, cause_type, enqueued_at from dead_letter"
                        + " order by enqueued_at, dead_letter_id limit 500",
                (row, index) -> new DeadLetter(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    private static void check(Person person, Set<Role> roles) {
        if (person.roles().stream().noneMatch(roles::contains)) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
    }
}
