package org.specialfund.ledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.specialfund.ledger.api.embedded.WritingLedger.ask;
import static org.specialfund.ledger.api.embedded.WritingLedger.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @BeforeEach
    void unpackOnlyOnce() throws IOException {
        TestBinaries.linkInto(folder);
    }

    @Test
    void writesEveryCommitToTheDiskAndListensOnLoopbackOnly() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = postgres.asSuperuser()) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(connection, "show data_checksums")).isEqualTo("on");
            assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordOfTheOwnersFile() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, 0)) {
            for (String user : List.of("ledger", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, "guess"))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("28P01"));
            }
            Path file = folder.resolve("postgres-password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).hasSizeGreaterThan(40);
        }
    }

    @Test
    void givesTheApplicationNoRightsBeyondItsDatabase() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            assertThat(ask(
                            connection,
                            "select rolsuper or rolcreatedb or rolcreaterole from pg_roles "
                                    + "where rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> ask(connection, "select pg_read_file('postgresql.conf')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsItsDataFromStartToStart() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            WritingLedger.createTable(connection);
            WritingLedger.insert(connection, 1);
        }
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            assertThat(WritingLedger.count(connection, 1)).isEqualTo(1);
        }
    }

    @Test
    void takesSettingsFromTheOwnersFileButNotThoseItReliesOn() throws Exception {
        Files.writeString(folder.resolve("postgresql.conf"), "shared_buffers = 64MB\nfsync = off\n");
        try (var postgres = EmbeddedPostgres.start(folder, 0);
                var connection = connect(postgres)) {
            assertThat(ask(connection, "show shared_buffers")).isEqualTo("64MB");
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void refusesAFolderThatAnotherLedgerHolds() throws Exception {
        try (var first = EmbeddedPostgres.start(folder, 0);
                var connection = connect(first)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("in use by another running ledger");
            // Only now: the refusal above must not have opened the folder to other processes.
            try (var other = TestProcess.start(WritingLedger.class, folder.toString())) {
                assertThat(other.awaitEnd()).contains("in use by another running ledger");
                assertThat(other.exitValue()).isNotZero();
            }
            assertThat(ask(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysSoWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("Address already in use");
        }
        EmbeddedPostgres.start(folder, 0).close();
    }
}
