package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own note on who serves a data folder ({@code postmaster.pid}: process, folder, start, port, …). */
record PostmasterFile(long process, int port) {

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Returns the note, or nothing where none lies or it is not complete yet. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(cluster));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns that process's program if it lives and runs one below {@code binaries}. The number alone proves nothing:
     * after a restart of the machine or a container it may be anybody's. A process that is dead but not yet reaped has
     * no program.
     */
    Optional<Path> programWithin(Path binaries) {
        return ProcessHandle.of(process)
                .flatMap(server -> server.info().command())
                .map(Path::of)
                .filter(program -> program.startsWith(binaries));
    }

    /** Whether the number now belongs to a process, dead or alive, that is no server of this folder. */
    boolean isAnotherProcess(Path binaries) {
        return ProcessHandle.of(process).isPresent() && programWithin(binaries).isEmpty();
    }
}
