package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one folder of an embedded server: its data, its programs, its password; held by one application at a time. */
final class DataFolder implements AutoCloseable {

    /** Folders held by this JVM: a second look at the lock's file from the same JVM would release the first lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final String OWNERS_FOLDER = "rwx------";

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, creating it where there is none.
     *
     * @throws EmbeddedPostgresException if another application holds it, or this user may not write to it
     */
    static DataFolder take(Path given) throws IOException {
        Path folder = create(given).toRealPath();
        if (!HELD.add(folder)) {
            throw inUse(folder);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    folder.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(folder);
            }
            return new DataFolder(folder, channel);
        } catch (AccessDeniedException e) {
            release(folder, channel);
            throw new EmbeddedPostgresException(
                    "User " + System.getProperty("user.name") + " may not write to the data folder " + folder + " of "
                            + Files.getOwner(folder) + ".",
                    e);
        } catch (IOException | RuntimeException e) {
            release(folder, channel);
            throw e;
        }
    }

    /** Creates the folder, closed to other users, where it does not exist. */
    static Path create(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, ownerOnly(folder, OWNERS_FOLDER));
    }

    private static EmbeddedPostgresException inUse(Path folder) {
        return new EmbeddedPostgresException("The data folder " + folder + " is in use by another running ledger. Stop "
                + "that one, or give this one a folder of its own (ledger.data-dir), or let both share its database "
                + "(spring.datasource.url).");
    }

    private static void release(Path folder, @Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
        HELD.remove(folder);
    }

    Path path() {
        return folder;
    }

    /** PostgreSQL's own data folder. */
    Path cluster() {
        return folder.resolve("postgres");
    }

    /** Where a cluster grows before it is complete. */
    Path unfinishedCluster() {
        return folder.resolve("postgres.unfinished");
    }

    Path binaries() {
        return folder.resolve("binaries");
    }

    /** What PostgreSQL says before its own log begins. */
    Path startLog() {
        return folder.resolve("postgres-start.log");
    }

    Path passwordFile() {
        return folder.resolve("postgres-password");
    }

    /** Makes a new password of 256 random bits, for a cluster about to be created, and returns its file. */
    Path newPassword() throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Path file = passwordFile();
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly(file, "rw-------"));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Files.writeString(file, text);
        toDisk(file);
        return file;
    }

    /** Returns when what was written to the file would survive a power cut. */
    static void toDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns the password of the database's users. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new EmbeddedPostgresException("The database's password file " + passwordFile()
                    + " is gone; put it back from a backup of the data folder.");
        }
        return Files.readString(passwordFile()).strip();
    }

    static void closeToOthers(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNERS_FOLDER));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Gives the folder up; it stays as it is. */
    @Override
    public void close() throws IOException {
        release(folder, lockFile);
    }
}
