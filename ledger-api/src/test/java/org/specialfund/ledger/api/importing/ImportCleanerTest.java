package org.specialfund.ledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ImportCleanerTest extends ImportHttpTest {

    private static final String FILE = "allocationNo,fundCode,year,recipient,amount,effectiveDate,documentRef\n"
            + "CLEAN-1,NO-SUCH-FUND,2024,TEST:NOBODY,100.00,2024-01-02,plan\n";

    @Autowired
    private ImportStore store;

    @Autowired
    private ImportFiles files;

    @Autowired
    private ImportSettings settings;

    @Test
    void aFileGoesSomeTimeAfterItsImportHasEndedAndWhatIsKnownOfItStays() throws IOException {
        String recorded = id(confirmed(id(imported())));
        String waiting = id(imported());
        String refusals = refusals(recorded);
        assertThat(refusals).contains("CLEAN-1,NO-SUCH-FUND");

        clean(Duration.ofDays(30).minusHours(1));
        assertThat(files.isThere(UUID.fromString(recorded))).isTrue();
        assertThat(refusals(recorded)).isEqualTo(refusals);

        JsonNode before = await(recorded, "recorded");
        clean(Duration.ofDays(30).plusHours(1));
        assertThat(files.isThere(UUID.fromString(recorded))).isFalse();
        JsonNode after = await(recorded, "recorded");
        assertThat(after.get("file").get("deletedAt").asString()).isNotBlank();
        for (String part : new String[] {"contents", "rehearsal", "recording"}) {
            assertThat(after.get(part)).isEqualTo(before.get(part));
        }
        assertThat(after.get("file").get("sha256")).isEqualTo(before.get("file").get("sha256"));
        assertThat(refusals(recorded))
                .startsWith("\uFEFFledger-line,ledger-code,ledger-sentence\r\n2,unknown-fund,")
                .doesNotContain("TEST:NOBODY");
        assertThat(files.isThere(UUID.fromString(waiting)))
                .as("the file of an import that waits for its confirmation")
                .isTrue();
    }

    @Test
    void aFileThatNoImportNamesGoesADayAfterItWasWritten() throws IOException {
        UUID cutOff = UUID.randomUUID();
        Files.createDirectories(settings.directory());
        Files.writeString(files.path(cutOff), "half a fi");
        Files.writeString(settings.directory().resolve("somebody-elses.txt"), "not ours");
        clean(Duration.ofHours(23));
        assertThat(files.isThere(cutOff)).isTrue();
        clean(Duration.ofHours(25));
        assertThat(files.isThere(cutOff)).isFalse();
        assertThat(settings.directory().resolve("somebody-elses.txt")).exists();
    }

    private JsonNode imported() {
        return rehearsed(FILE.getBytes(StandardCharsets.UTF_8), "plain-allocations");
    }

    private String refusals(String id) {
        return send(as("clerk", "/api/v1/imports/" + id + "/refusals")).body();
    }

    private void clean(Duration later) throws IOException {
        new ImportCleaner(store, files, settings, Clock.offset(Clock.systemUTC(), later)).clean();
    }
}
