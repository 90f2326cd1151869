package org.specialfund.ledger.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.HttpTest;
import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration's ledger, read by programs that nobody here wrote. */
class JournalExportTest extends HttpTest {

    @Autowired
    private Projections projections;

    @TempDir
    private Path folder;

    @BeforeEach
    void caughtUp() {
        long head = projections.status().get(0).head();
        assertThat(projections.await(head, Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void threeProgramsAgreeWithEveryBalance() throws IOException {
        assertThat(check().allAgree()).isGreaterThan(5);
    }

    @Test
    void aFigureChangedByHandIsFound() throws IOException {
        JournalTools.demand();
        Path journal = check().journal("beancount");
        String text = Files.readString(journal);
        String changed = text.replaceFirst("balance (\\S+) ([0-9]+)\\.00", "balance $1 $2.01");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(journal, changed);
        assertThat(JournalTools.beanCheck(journal).exit()).isNotZero();
    }

    @Test
    void anUnknownFormatIsRefused() {
        problem(send(as("auditor", "/api/v1/exports/journal?format=gnucash").GET()), 400, "malformed");
    }

    @Test
    void whoeverSeesNoAmountsExportsNone() {
        problem(send(as("admin", "/api/v1/exports/journal").GET()), 403, "forbidden");
        problem(send(as("unit", "/api/v1/exports/balances.csv").GET()), 403, "forbidden");
    }

    @Test
    void postingsOfAllAccountsAddUpToZero() {
        HttpResponse<String> csv =
                send(as("auditor", "/api/v1/exports/postings.csv").GET());
        assertThat(csv.statusCode()).isEqualTo(200);
        BigDecimal sum = csv.body()
                .lines()
                .skip(1)
                .map(line -> new BigDecimal(line.split(",")[8]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isZero();
        assertThat(csv.body().lines().count()).isGreaterThan(5);
    }

    private JournalCheck check() {
        return new JournalCheck(folder, path -> {
            HttpResponse<String> answer = send(as("auditor", "/api/v1" + path).GET());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(header(answer, "X-Ledger-Position")).isNotNull();
            return answer.body();
        });
    }
}
