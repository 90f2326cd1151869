package org.specialfund.ledger.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.audit.FindingQuery;
import org.specialfund.ledger.projections.audit.FindingView;
import org.specialfund.ledger.projections.audit.Findings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads findings and the rectification board, as they are now. A unit sees those that it answers for. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "audits")
class FindingsController {

    /**
     * A correction that was ordered.
     *
     * @param entries the events that the finding rests on
     * @param stage {@code open}, {@code due}, {@code overdue}, {@code submitted}, {@code verified}, {@code referred} or
     *     {@code withdrawn}
     * @param days until the due date, below zero when it passed; absent once nothing more is expected
     * @param overdue whether its due date passed and nothing is submitted
     * @param orderedBy opaque person id
     */
    record Rectification(
            String findingId,
            String auditNo,
            String title,
            String severity,
            String unit,
            List<String> entries,
            String state,
            String stage,
            List<String> suspends,
            String demand,
            LocalDate dueDate,
            @Nullable Long days,
            boolean overdue,
            @Nullable LocalDate escalatedFor,
            @Nullable String orderedBy) {

        static Rectification of(FindingView finding, LocalDate today) {
            LocalDate due = Objects.requireNonNull(finding.dueDate());
            RectificationStage stage = RectificationStage.of(finding, today);
            return new Rectification(
                    finding.findingId(),
                    finding.auditNo(),
                    finding.title(),
                    finding.severity(),
                    finding.unit(),
                    finding.entries(),
                    finding.state(),
                    stage.word(),
                    finding.suspends(),
                    Objects.requireNonNull(finding.demand()),
                    due,
                    stage.ended() ? null : ChronoUnit.DAYS.between(today, due),
                    finding.overdue(today),
                    finding.escalatedFor(),
                    finding.orderedBy());
        }
    }

    private final Findings findings;
    private final Clock clock;
    private final ZoneId zone;

    FindingsController(Findings findings, Clock clock, @Value("${ledger.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.findings = findings;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/findings")
    @Operation(summary = "Findings in the order in which they were raised; a unit sees its own")
    ResponseEntity<PageOf<FindingView>> list(
            @RequestParam(required = false) @Nullable String audit,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String state,
            Page page,
            ReadRequest read) {
        FindingQuery query = new FindingQuery(audit, unit(unit, read), severity, state, null, null);
        var found = findings.page(query, Paged.position(page), page.fetch());
        return Paged.of(found, page, finding -> Long.toString(finding.position()));
    }

    @GetMapping("/findings/{id}")
    @Operation(summary = "One finding, with every step")
    FindingView get(@PathVariable String id, ReadRequest read) {
        return findings.find(id)
                .filter(finding -> read.sees(finding.unit()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    @GetMapping("/supervision/rectifications")
    @Operation(
            summary = "The rectification board: ordered corrections by due date; a unit sees its own",
            description =
                    "stage: open, due (within 7 days), overdue, submitted, verified, referred or withdrawn; with it, "
                            + "neither state nor overdue.")
    ResponseEntity<PageOf<Rectification>> rectifications(
            @RequestParam(required = false) @Nullable String audit,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "false") boolean overdue,
            Page page,
            ReadRequest read) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        String wanted = overdue ? RectificationStage.OVERDUE.word() : stage;
        if (wanted != null && state != null || overdue && stage != null) {
            throw new ProblemException(Problem.malformed("stage", "invalid"));
        }
        FindingQuery query = wanted == null
                ? new FindingQuery(audit, unit(unit, read), null, state, null, null)
                : RectificationStage.of(wanted).query(audit, unit(unit, read), today);
        var found = findings.rectifications(query, page.after(), page.fetch());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, found.position())))
                .body(PageOf.of(
                        found.rows().stream()
                                .map(finding -> Rectification.of(finding, today))
                                .toList(),
                        page,
                        Rectification::findingId));
    }

    /** The unit asked for; for a unit, itself whatever it asks for. */
    private static @Nullable String unit(@Nullable String asked, ReadRequest read) {
        return read.unit() == null ? asked : read.unit();
    }
}
