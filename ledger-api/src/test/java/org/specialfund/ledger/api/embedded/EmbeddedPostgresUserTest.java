package org.specialfund.ledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.specialfund.ledger.api.embedded.WritingLedger.connect;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

/** Root runs the server as nobody; every other test shows that, or the plain way, depending on who runs the tests. */
class EmbeddedPostgresUserTest {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");

    @TempDir
    Path folder;

    @BeforeEach
    void onlyRootCanBeSomebodyElse() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(root, "Not root: all these tests run as an ordinary user already");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(AS_NOBODY);
        line.addAll(List.of(java, "-version"));
        Command.Result probe = new Command(line).run(Duration.ofSeconds(30));
        if (!probe.succeeded()) {
            assertThat(System.getenv("CI")).as(probe.output()).isNotEqualTo("true");
            assumeTrue(false, "No other user may run this Java: " + probe.output());
        }
    }

    @Test
    void runsAsAnOrdinaryUserWhoseFolderRootCanTakeUpLater() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        for (Path open : List.of(folder, home)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path data = home.resolve("data");
        try (var ledger = TestProcess.start(AS_NOBODY, readableClassPath(), WritingLedger.class, data.toString())) {
            ledger.awaitLine("committed 10");
            ledger.kill();
        }
        assertThat(Files.getOwner(data).getName()).isEqualTo("nobody");
        assertThat(Files.getOwner(data.resolve("postgres-password")).getName()).isEqualTo("nobody");
        try (var postgres = EmbeddedPostgres.start(data, 0);
                var connection = connect(postgres)) {
            assertThat(WritingLedger.count(connection, 10)).isEqualTo(10);
        }
    }

    @Test
    void runsAsRootBelowAFolderThatIsClosedToOthers() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("root"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        try (var postgres = EmbeddedPostgres.start(closed.resolve("data"), 0);
                var connection = connect(postgres)) {
            assertThat(WritingLedger.ask(connection, "select 1")).isEqualTo("1");
        }
        assertThat(Files.getOwner(closed).getName()).isEqualTo("root");
    }

    /** A copy that nobody can read: the original often lies below a home folder that is closed to others. */
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("classpath"));
        List<String> paths = new ArrayList<>();
        for (String entry :
                StringUtils.delimitedListToStringArray(System.getProperty("java.class.path"), File.pathSeparator)) {
            Path original = Path.of(entry);
            if (Files.exists(original)) {
                Path copy = copies.resolve(paths.size() + "-" + original.getFileName());
                FileSystemUtils.copyRecursively(original, copy);
                paths.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, paths);
    }
}
