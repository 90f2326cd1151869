package org.specialfund.ledger.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;

/** What the page on looking back tells people to type is answered, on the demonstration's own fund. */
class PageOnReplayTest extends LedgerHttpTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^    get \"(.+)\"$");

    @Test
    void itsExamplesAreAnswered() throws IOException {
        String year = String.valueOf(
                LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).getYear());
        String page = Files.readString(Path.of("docs/replay.md"));
        assertThat(EXAMPLE.matcher(page).results().count()).isGreaterThan(6);
        EXAMPLE.matcher(page).results().forEach(example -> {
            HttpResponse<String> answer = get("auditor", example.group(1).replace("$(date +%Y)", year));
            assertThat(answer.statusCode())
                    .as(example.group(1) + ": " + answer.body())
                    .isEqualTo(200);
            assertThat(json(answer).toString()).as(example.group(1)).contains("DEMO");
        });
    }
}
