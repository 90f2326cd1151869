package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Uploaded files on disk, by the id of their import. */
@Component
class ImportFiles {

    private final ImportSettings settings;

    ImportFiles(ImportSettings settings) {
        this.settings = settings;
    }

    /** A file that was stored. */
    record Stored(long size, String sha256) {}

    Path path(UUID id) {
        return settings.directory().resolve(id.toString());
    }

    /**
     * Stores a file as it comes in, and hashes it on the way.
     *
     * @throws MaxUploadSizeExceededException where it is larger than allowed; then nothing is kept
     */
    Stored store(UUID id, InputStream in) throws IOException {
        Files.createDirectories(settings.directory());
        long limit = settings.maxFileSize().toBytes();
        MessageDigest digest = sha256();
        long size = 0;
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(path(id))) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw new MaxUploadSizeExceededException(limit);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            complete = true;
        } finally {
            if (!complete) {
                delete(id);
            }
        }
        return new Stored(size, HexFormat.of().formatHex(digest.digest()));
    }

    boolean isThere(UUID id) {
        return Files.exists(path(id));
    }

    /** The ids of files that nobody wrote to since then. */
    List<UUID> untouchedSince(Instant time) throws IOException {
        List<UUID> untouched = new ArrayList<>();
        if (Files.isDirectory(settings.directory())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(settings.directory(), ImportFiles::isOurs)) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                        untouched.add(UUID.fromString(String.valueOf(file.getFileName())));
                    }
                }
            }
        }
        return untouched;
    }

    private static boolean isOurs(Path file) {
        return String.valueOf(file.getFileName()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
