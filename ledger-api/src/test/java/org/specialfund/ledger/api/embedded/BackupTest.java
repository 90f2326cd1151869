package org.specialfund.ledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.specialfund.ledger.api.embedded.WritingLedger.ask;
import static org.specialfund.ledger.api.embedded.WritingLedger.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class BackupTest {

    @TempDir
    Path folder;

    private Path data;
    private Path backup;

    @BeforeEach
    void unpackOnlyOnce() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        backup = folder.resolve("backup");
        TestBinaries.linkInto(data);
    }

    @Test
    void restoresEverythingCommittedBeforeItThoughTheLedgerWentOnWriting() throws Exception {
        Files.writeString(data.resolve("another-file"), "kept");
        AtomicInteger committed = new AtomicInteger();
        int before;
        try (var postgres = EmbeddedPostgres.start(data, 0);
                var connection = connect(postgres);
                var control = connect(postgres)) {
            WritingLedger.createTable(connection);
            AtomicBoolean done = new AtomicBoolean();
            var writer = CompletableFuture.runAsync(() -> writeUntil(done, connection, committed));
            await().until(() -> committed.get() >= 100);
            before = committed.get();
            Backup.take(data, backup);
            assertThat(committed.get()).as("it went on").isGreaterThan(before);
            done.set(true);
            writer.get();
            // The server drops the slot once it has noticed that the connection is closed.
            await("no slot that would keep the log for ever")
                    .until(() -> ask(control, "select count(*) from pg_replication_slots")
                            .equals("0"));
        }

        assertThat(Files.readString(backup.resolve("another-file"))).isEqualTo("kept");
        TestBinaries.linkInto(backup);
        try (var postgres = EmbeddedPostgres.start(backup, 0);
                var connection = connect(postgres)) {
            int last = Integer.parseInt(ask(connection, "select max(number) from row"));
            assertThat(last).isBetween(before, committed.get());
            assertThat(WritingLedger.count(connection, last)).as("no gap").isEqualTo(last);
            WritingLedger.insert(connection, last + 1);
        }
        assertThat(backup.resolve("postgres/backup_label.old"))
                .as("recovered from the label, not from whatever the control file said")
                .exists();
    }

    @Test
    void isAPlainCopyOfTheFolderWhileNoLedgerRuns() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data, 0);
                var connection = connect(postgres)) {
            WritingLedger.createTable(connection);
            WritingLedger.insert(connection, 1);
        }
        assertThatThrownBy(() -> Backup.take(data, backup)).hasMessageContaining("plain copy of the folder");

        FileSystemUtils.copyRecursively(data, backup);
        try (var postgres = EmbeddedPostgres.start(backup, 0);
                var connection = connect(postgres)) {
            assertThat(WritingLedger.count(connection, 1)).isEqualTo(1);
        }
    }

    @Test
    void overwritesNothing() throws Exception {
        Files.createDirectory(backup);
        try (var postgres = EmbeddedPostgres.start(data, 0)) {
            assertThatThrownBy(() -> Backup.take(data, backup)).hasMessageContaining("exists already");
        }
        assertThat(backup).isEmptyDirectory();
    }

    private static void writeUntil(AtomicBoolean done, Connection connection, AtomicInteger committed) {
        try {
            while (!done.get()) {
                WritingLedger.insert(connection, committed.get() + 1);
                committed.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
