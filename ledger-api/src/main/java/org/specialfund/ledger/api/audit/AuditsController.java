package org.specialfund.ledger.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.audit.AuditView;
import org.specialfund.ledger.projections.audit.Audits;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads audits, as they are now. */
@RestController
@RequestMapping("/api/v1/audits")
@Tag(name = "audits")
class AuditsController {

    /** A sample, and what came out of drawing it again just now. */
    record Redrawn(AuditView.Sample sample, Redraw.Result again) {}

    private final Audits audits;
    private final Redraw redraw;
    private final EvidenceFiles files;

    AuditsController(Audits audits, Redraw redraw, EvidenceFiles files) {
        this.audits = audits;
        this.redraw = redraw;
        this.files = files;
    }

    @GetMapping
    @Operation(summary = "Audits in the order of their numbers, without samples and evidence")
    ResponseEntity<PageOf<AuditView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String fund,
            Page page,
            ReadRequest read) {
        return Paged.of(audits.page(state, fund, page.after(), page.fetch()), page, AuditView::auditNo);
    }

    @GetMapping("/{no}")
    @Operation(summary = "One audit, with its samples and its evidence")
    AuditView get(@PathVariable String no, ReadRequest read) {
        return audit(no);
    }

    @GetMapping("/{no}/samples/{sampleId}")
    @Operation(
            summary = "A sample with its items; it is drawn again from the events, and says whether it is the same",
            description = "Costs one reading of all allocations and payments of the audit's funds and years.")
    Redrawn sample(@PathVariable String no, @PathVariable String sampleId, ReadRequest read) {
        AuditView.Sample sample = audits.sample(no, sampleId).orElseThrow(AuditsController::unknown);
        return new Redrawn(sample, redraw.again(audit(no), sample));
    }

    @GetMapping("/{no}/evidence/{evidenceId}")
    @Operation(
            summary = "A document, byte for byte; auditor or inspector",
            description = "One whose bytes have not the hash any more that the event gives is not served: 500,"
                    + " evidence-damaged.")
    ResponseEntity<byte[]> evidence(@PathVariable String no, @PathVariable String evidenceId, ReadRequest read) {
        AuditView.Evidence evidence = audits.evidence(no, evidenceId).orElseThrow(AuditsController::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(evidence.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(evidence.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Sha256", evidence.sha256())
                .body(files.good(evidence.sha256()));
    }

    private AuditView audit(String no) {
        return audits.find(no).orElseThrow(AuditsController::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
