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
 * @param rehearsedWhole whether the rehearsal went through all of them; a very long file is rehearsed in part
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
        @Nullable Boolean rehearsedWhole,
        @Nullable ScanReport contents,
        @Nullable RunReport rehearsal,
        @Nullable RunReport recording) {

    record FileView(String name, long size, String sha256) {}

    record FailureView(String code, String detail) {}

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.state().word(),
                new FileView(job.fileName(), job.fileSize(), job.fileSha256()),
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
                job.scan() == null || job.rehearsal() == null
                        ? null
                        : job.rehearsal().rows() == job.scan().rows(),
                job.scan(),
                job.rehearsal(),
                job.recording());
    }
}
