package org.specialfund.ledger.api.importing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.importing.ImportProfiles.StoredProfile;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Profiles by name, and empty files in our own layouts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "imports")
class ImportProfilesController {

    private static final String YAML = "application/yaml";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportProfiles profiles;
    private final Imports imports;

    ImportProfilesController(ImportProfiles profiles, Imports imports) {
        this.profiles = profiles;
        this.imports = imports;
    }

    @GetMapping("/import-profiles")
    @Operation(summary = "The names of the stored profiles")
    List<String> names() {
        return profiles.names();
    }

    @GetMapping(value = "/import-profiles/{name}", produces = YAML)
    @Operation(summary = "A stored profile as YAML; the ETag goes into If-Match of a change")
    ResponseEntity<String> get(@PathVariable String name) {
        return answer(find(name));
    }

    @PutMapping(value = "/import-profiles/{name}", consumes = YAML, produces = YAML)
    @Operation(summary = "Store a profile; imports that were uploaded before keep the one they had")
    ResponseEntity<String> put(
            @PathVariable String name,
            @RequestBody String yaml,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Person person) {
        Profile profile = imports.check(yaml);
        if (!profile.name().equals(name)) {
            throw new ProblemException(Problem.malformed("name", "differs-from-address"));
        }
        int version = profiles.find(name).map(StoredProfile::version).orElse(0);
        boolean asked = ifMatch == null
                || ifMatch.strip().equals("*")
                || ifMatch.strip().equals(tag(version));
        if (!asked || !profiles.put(name, yaml, version, person.id())) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
        }
        return answer(find(name));
    }

    @GetMapping("/import-templates/{file:[a-z-]+\\.(?:csv|xlsx)}")
    @Operation(summary = "An empty file in our own layout: allocations or disbursements, .csv or .xlsx")
    ResponseEntity<byte[]> template(@PathVariable String file) throws IOException {
        String kind = file.substring(0, file.lastIndexOf('.'));
        if (!List.of("allocations", "disbursements").contains(kind)) {
            throw Imports.refused(ImportRefusals.UNKNOWN_TEMPLATE, "name", kind);
        }
        Profile profile = imports.check(find("plain-" + kind).yaml());
        boolean csv = file.endsWith(".csv");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(csv ? "text/csv;charset=UTF-8" : XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(csv ? ImportTemplates.csv(profile) : ImportTemplates.xlsx(profile));
    }

    private StoredProfile find(String name) {
        return profiles.find(name).orElseThrow(() -> Imports.refused(ImportRefusals.UNKNOWN_PROFILE, "name", name));
    }

    private static ResponseEntity<String> answer(StoredProfile profile) {
        return ResponseEntity.ok()
                .eTag(tag(profile.version()))
                .contentType(MediaType.parseMediaType(YAML + ";charset=UTF-8"))
                .body(profile.yaml());
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
