package org.specialfund.ledger.api.importing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as a client sees it.
 *
 * @param rows that recording goes through; {@code rehearsal.rows} and {@code recording.rows} say how far each is
 * @param uploadedBy opaque person id
 * @param confirmedBy opaque person id
 */
record ImportView(
        UUID id,
        String state,
        FileView file,
        String profile,
        @Nullable Long controlCount,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal controlTotal,

        String uploadedBy,
        Instant uploadedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant finishedAt,
        @Nullable FailureView failure,
        @Nullable Long rows,
        @Nullable ScanReport contents,
        @Nullable RunReport rehearsal,
        @Nullable RunReport recording) {

    /**
     * The file that was uploaded.
     *
     * @param deletedAt since when it is not kept any more; null while it is
     */
    record FileView(
            String name, long size, String sha256, @Nullable Instant deletedAt) {}

    record FailureView(String code, String detail) {}

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.state().word(),
                new FileView(job.fileName(), job.fileSize(), job.fileSha256(), job.fileDeletedAt()),
                job.profileName(),
                job.controlCount(),
                job.controlTotal(),
                job.uploader().id(),
                job.uploadedAt(),
                job.confirmer() == null ? null : job.confirmer().id(),
                job.confirmedAt(),
                job.finishedAt(),
                job.failureCode() == null
                        ? null
                        : new FailureView(job.failureCode(), String.valueOf(job.failureText())),
                job.scan() == null ? null : job.scan().rows(),
                job.scan(),
                job.rehearsal(),
                job.recording());
    }
}
