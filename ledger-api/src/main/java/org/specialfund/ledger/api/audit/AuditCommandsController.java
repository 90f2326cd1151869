package org.specialfund.ledger.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.store.Knowledge;
import org.specialfund.ledger.core.audit.command.ApproveShortNotice;
import org.specialfund.ledger.core.audit.command.AttachEvidence;
import org.specialfund.ledger.core.audit.command.CloseAudit;
import org.specialfund.ledger.core.audit.command.DrawSample;
import org.specialfund.ledger.core.audit.command.IssueReport;
import org.specialfund.ledger.core.audit.command.PlanAudit;
import org.specialfund.ledger.core.audit.command.RaiseFinding;
import org.specialfund.ledger.core.audit.command.ServeNotice;
import org.specialfund.ledger.core.audit.command.StartFieldwork;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Commands to audits. */
@RestController
@RequestMapping("/api/v1/audits")
@Tag(name = "audits")
class AuditCommandsController {

    /**
     * The notice of an audit.
     *
     * @param days how many days it runs, 3 at least; 3 where absent
     * @param dayKind {@code calendar}, which is what it is where absent, or {@code working}
     */
    record Notice(
            LocalDate servedOn,
            @Nullable Integer days,
            @Nullable String dayKind,
            String documentRef,
            @Nullable String documentSha256) {}

    /** Why a notice need not run. */
    record ShortNotice(
            String reason, String documentRef, @Nullable String documentSha256) {}

    /** The day of a step. */
    record Day(LocalDate effectiveDate) {}

    /**
     * What to draw.
     *
     * @param method {@code random} or {@code monetary-unit}
     * @param seed any code: it decides what is drawn
     * @param negatives how many of what came back, in monetary-unit sampling
     * @param cutOff position up to which payments count; absent for all that is recorded now
     */
    record Draw(
            String sampleId,
            String method,
            String seed,
            int size,
            @Nullable Integer negatives,
            @Nullable Long cutOff) {}

    /**
     * A finding.
     *
     * @param severity {@code minor}, {@code major} or {@code severe}
     * @param unit payee id of the audited unit
     * @param entries the events it rests on, {@code stream@sequence}
     * @param allocationNos the unit's allocations that it concerns; a confirmed severe finding suspends them
     */
    record NewFinding(
            String findingId,
            String title,
            String statement,
            String severity,
            String unit,
            List<String> entries,
            @Nullable List<String> allocationNos) {}

    /** The report. */
    record Report(
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    /** The end of an audit. */
    record Closing(LocalDate effectiveDate, String reason) {}

    private final Commands commands;
    private final Knowledge knowledge;
    private final EvidenceFiles files;

    AuditCommandsController(Commands commands, Knowledge knowledge, EvidenceFiles files) {
        this.commands = commands;
        this.knowledge = knowledge;
        this.files = files;
    }

    @PostMapping
    @Operation(summary = "Plan an audit: funds of one currency, years, team (person ids); auditor or inspector")
    ResponseEntity<CommandAnswer> plan(@RequestBody PlanAudit body, Person person, WriteRequest request) {
        return commands.create(body, "/api/v1/audits/" + body.auditNo(), person, request);
    }

    @PostMapping("/{no}/notice")
    @Operation(summary = "Serve the notice, three calendar days before fieldwork where nothing else is said; team")
    ResponseEntity<CommandAnswer> notice(
            @PathVariable String no, @RequestBody Notice body, Person person, WriteRequest request) {
        return commands.give(
                new ServeNotice(
                        no, body.servedOn(), body.days(), body.dayKind(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{no}/short-notice")
    @Operation(summary = "Allow fieldwork before the notice has run; a leader who is not of the team")
    ResponseEntity<CommandAnswer> shortNotice(
            @PathVariable String no, @RequestBody ShortNotice body, Person person, WriteRequest request) {
        return commands.give(
                new ApproveShortNotice(no, body.reason(), body.documentRef(), body.documentSha256()), person, request);
    }

    @PostMapping("/{no}/fieldwork")
    @Operation(summary = "Begin fieldwork; team")
    ResponseEntity<CommandAnswer> fieldwork(
            @PathVariable String no, @RequestBody Day body, Person person, WriteRequest request) {
        return commands.give(new StartFieldwork(no, body.effectiveDate()), person, request);
    }

    @PostMapping("/{no}/sample")
    @Operation(
            summary = "Draw a sample of the payments in the audit's funds and years; team",
            description = "The ledger draws, so that anyone can draw again: the sample keeps seed, method, position and"
                    + " the population's hash. Refused (cut-off-not-settled) while an event may still be recorded at or"
                    + " before the position: send it again.")
    ResponseEntity<CommandAnswer> sample(
            @PathVariable String no, @RequestBody Draw body, Person person, WriteRequest request) {
        long cutOff = body.cutOff() == null ? knowledge.head() : body.cutOff();
        return commands.create(
                new DrawSample(no, body.sampleId(), body.method(), body.seed(), body.size(), body.negatives(), cutOff),
                "/api/v1/audits/" + no + "/samples/" + body.sampleId(),
                person,
                request);
    }

    @PostMapping(value = "/{no}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Keep a document as evidence; team, or an inspector")
    ResponseEntity<CommandAnswer> evidence(
            @PathVariable String no,
            @RequestPart("file") MultipartFile file,
            @RequestParam("evidenceId") String evidenceId,
            @RequestParam(name = "findingId", required = false) @Nullable String findingId,
            Person person,
            WriteRequest request)
            throws IOException {
        byte[] bytes;
        try (InputStream in = file.getInputStream()) {
            bytes = files.read(in);
        }
        String sha256 = EvidenceFiles.sha256(bytes);
        AttachEvidence command =
                new AttachEvidence(no, evidenceId, findingId, name(file), mediaType(file), bytes.length, sha256);
        String address = "/api/v1/audits/" + no + "/evidence/" + evidenceId;
        return files.keeping(
                bytes, sha256, () -> commands.create(command, address, person, request.with(command.toString())));
    }

    @PostMapping("/{no}/findings")
    @Operation(summary = "Raise a finding; team, or an inspector; another confirms it")
    ResponseEntity<CommandAnswer> finding(
            @PathVariable String no, @RequestBody NewFinding body, Person person, WriteRequest request) {
        return commands.create(
                new RaiseFinding(
                        no,
                        body.findingId(),
                        body.title(),
                        body.statement(),
                        body.severity(),
                        body.unit(),
                        body.entries(),
                        body.allocationNos() == null ? List.of() : body.allocationNos()),
                "/api/v1/findings/" + body.findingId(),
                person,
                request);
    }

    @PostMapping("/{no}/report")
    @Operation(summary = "Issue the report, once every finding is confirmed or withdrawn; team")
    ResponseEntity<CommandAnswer> report(
            @PathVariable String no, @RequestBody Report body, Person person, WriteRequest request) {
        return commands.give(
                new IssueReport(no, body.effectiveDate(), body.documentRef(), body.documentSha256()), person, request);
    }

    @PostMapping("/{no}/close")
    @Operation(summary = "Close an audit, once every finding is withdrawn, cleared or referred; team")
    ResponseEntity<CommandAnswer> close(
            @PathVariable String no, @RequestBody Closing body, Person person, WriteRequest request) {
        return commands.give(new CloseAudit(no, body.effectiveDate(), body.reason()), person, request);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), 200));
    }

    /** Without its parameters; what the client does not say is bytes. */
    private static String mediaType(MultipartFile file) {
        String type = file.getContentType();
        return type == null || type.isBlank()
                ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
