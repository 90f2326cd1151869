package org.specialfund.ledger.api.importing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.ProfileReader;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports: upload, look at the rehearsal, confirm or discard, fetch what was refused. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports")
class ImportsController {

    private final Imports imports;
    private final ImportStore store;
    private final ImportFiles files;

    ImportsController(Imports imports, ImportStore store, ImportFiles files) {
        this.imports = imports;
        this.store = store;
        this.files = files;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a CSV or XLSX file to be rehearsed; nothing is recorded before another person confirms",
            description = "profile: a stored profile's name, or the YAML itself. controlCount: lines of the file below"
                    + " its header; controlTotal: sum of the profile's control column in the file's own unit. Where"
                    + " either differs, the import fails and nothing is recorded.")
    ResponseEntity<ImportView> upload(
            @RequestPart("file") MultipartFile file,
            @RequestParam("profile") String profile,
            @RequestParam(name = "controlCount", required = false) @Nullable Long controlCount,
            @RequestParam(name = "controlTotal", required = false) @Nullable String controlTotal,
            Person person,
            WriteRequest request)
            throws IOException {
        String name = file.getOriginalFilename();
        String shownName = name == null || name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), 200));
        new Form()
                .text("file", shownName)
                .that(profile.length() <= ProfileReader.LONGEST, "profile", "too-long")
                .that(controlCount == null || controlCount >= 0, "controlCount", "out-of-range")
                .check();
        Imports.Upload upload = new Imports.Upload(shownName, profile, controlCount, amount(controlTotal));
        try (InputStream in = file.getInputStream()) {
            ImportJob job = imports.upload(upload, in, person, request);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + job.id()))
                    .body(ImportView.of(job));
        }
    }

    @GetMapping
    @Operation(summary = "Imports, newest first")
    PageOf<ImportView> list(Page page) {
        long below = page.after() == null ? Long.MAX_VALUE : ordinal(page.after());
        PageOf<ImportJob> jobs = PageOf.of(store.list(below, page.fetch()), page, job -> String.valueOf(job.ordinal()));
        return new PageOf<>(jobs.items().stream().map(ImportView::of).toList(), jobs.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One import: what the file holds, what its rehearsal said, how far it is recorded")
    ImportView get(@PathVariable UUID id) {
        return ImportView.of(imports.get(id));
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "Confirm a rehearsed import, as another person than who uploaded it: it is then recorded")
    ResponseEntity<ImportView> confirm(@PathVariable UUID id, Person person, WriteRequest request) {
        return ResponseEntity.accepted().body(ImportView.of(imports.confirm(id, person)));
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "Discard an import of which nothing was recorded")
    ImportView discard(@PathVariable UUID id, Person person, WriteRequest request) throws IOException {
        return ImportView.of(imports.discard(id, person));
    }

    @GetMapping(value = "/{id}/refusals", produces = "text/csv")
    @Operation(
            summary = "What was not taken, with its own columns and the reason, as CSV to mend and send again",
            description = "Once the file itself is deleted, only lines and reasons.")
    ResponseEntity<StreamingResponseBody> refusals(@PathVariable UUID id, Locale locale) {
        ImportJob job = imports.get(id);
        if (job.scan() == null) {
            throw Imports.refused(
                    ImportRefusals.IMPORT_STATE, "state", job.state().word());
        }
        Issue.Phase phase = job.recording() == null ? Issue.Phase.REHEARSAL : Issue.Phase.RECORDING;
        Profile profile = imports.check(job.profileYaml());
        IssuePages issues = new IssuePages((line, seq, most) -> store.issues(id, phase, line, seq, most));
        RefusalsFile refusals = new RefusalsFile(profile, store.codes(id), issues, locale);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", profile.file().encoding()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refusals-" + id + ".csv")
                                .build()
                                .toString())
                .body(out -> {
                    if (files.isThere(id)) {
                        refusals.write(files.path(id), out);
                    } else {
                        refusals.writeWithoutFile(out);
                    }
                });
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,6})?")) {
            throw new ProblemException(Problem.malformed("controlTotal", "invalid-number"));
        }
        return new BigDecimal(text);
    }

    private static long ordinal(String cursor) {
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        return Long.parseLong(cursor);
    }
}
