package org.specialfund.ledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.specialfund.ledger.api.embedded.WritingLedger.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresCrashTest {

    @TempDir
    Path folder;

    @BeforeEach
    void unpackOnlyOnce() throws IOException {
        TestBinaries.linkInto(folder);
    }

    @Test
    void hasEveryCommittedRowAfterTheApplicationWasKilled() throws Exception {
        String said;
        try (var ledger = TestProcess.start(WritingLedger.class, folder.toString())) {
            ledger.awaitLine("committed 100");
            said = ledger.kill();
        }
        long orphan = process(folder);
        assertThat(ProcessHandle.of(orphan))
                .as("the server outlives its application")
                .isPresent();

        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            assertThat(process(folder)).isNotEqualTo(orphan);
            int last = lastCommitted(said);
            assertThat(last).isGreaterThanOrEqualTo(99);
            assertThat(WritingLedger.count(connection, last)).isEqualTo(last);
        }
    }

    @Test
    void startsAgainOnTheSamePortAfterTheServerWasKilled() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, 0)) {
            try (var connection = connect(postgres)) {
                WritingLedger.createTable(connection);
                WritingLedger.insert(connection, 1);
            }
            kill(process(folder));
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> {
                        try (var connection = connect(postgres)) {
                            assertThat(WritingLedger.count(connection, 1)).isEqualTo(1);
                        }
                    });
        }
    }

    @Test
    void startsAfterBothWereKilled() throws Exception {
        String said;
        try (var ledger = TestProcess.start(WritingLedger.class, folder.toString())) {
            ledger.awaitLine("committed 100");
            kill(process(folder));
            said = ledger.kill();
        }
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            int last = lastCommitted(said);
            assertThat(WritingLedger.count(connection, last)).isEqualTo(last);
        }
    }

    /** As after a restart of the machine: the number in the file now belongs to somebody else. */
    @Test
    void leavesAProcessAloneThatOnlyHasTheNumberOfItsServer() throws Exception {
        EmbeddedPostgres.start(folder, 0).close();
        Path file = folder.resolve("postgres").resolve("postmaster.pid");
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.write(file, List.of(String.valueOf(other.pid()), folder.toString(), "1", "1", "", "127.0.0.1"));
            try (var postgres = EmbeddedPostgres.start(folder, 0);
                    var connection = connect(postgres)) {
                assertThat(WritingLedger.ask(connection, "select 1")).isEqualTo("1");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void beginsAnewWhenKilledWhileTheDatabaseWasBeingCreated() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("postgres.unfinished"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");
        Files.writeString(folder.resolve("postgres-password"), "");
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            assertThat(WritingLedger.ask(connection, "select 1")).isEqualTo("1");
        }
    }

    private static long process(Path folder) throws IOException {
        return PostmasterFile.read(folder.resolve("postgres")).orElseThrow().process();
    }

    private static void kill(long process) {
        assertThat(ProcessHandle.of(process).orElseThrow().destroyForcibly()).isTrue();
    }

    private static int lastCommitted(String said) {
        // The very last line may be cut off.
        List<String> lines =
                said.lines().filter(line -> line.startsWith("committed ")).toList();
        return Integer.parseInt(lines.get(lines.size() - 2).substring("committed ".length()));
    }
}
