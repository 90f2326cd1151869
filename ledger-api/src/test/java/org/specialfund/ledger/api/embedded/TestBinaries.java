package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Saves tests the seconds of unpacking PostgreSQL: unpacks it once a JVM, then links. */
final class TestBinaries {

    private static final Path UNPACKED = unpack();

    private TestBinaries() {}

    /** Puts PostgreSQL's programs where a server of this data folder looks for them. */
    static void linkInto(Path dataFolder) throws IOException {
        Path target = dataFolder.resolve("binaries");
        try (Stream<Path> all = Files.walk(UNPACKED)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path path = target.resolve(UNPACKED.relativize(each));
                if (Files.isSymbolicLink(each)) {
                    Files.createSymbolicLink(path, Files.readSymbolicLink(each));
                } else if (Files.isDirectory(each)) {
                    Files.createDirectory(path);
                } else {
                    Files.createLink(path, each);
                }
            }
        }
    }

    private static Path unpack() {
        try {
            Path folder = Files.createTempDirectory("ledger-test-binaries-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            PostgresBinaries.unpackInto(folder.resolve("binaries"));
            return folder.resolve("binaries");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
