package org.specialfund.ledger.api.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Person;

/**
 * One import as it is stored.
 *
 * @param controlCount lines that the uploader says the file has; null where they did not say
 * @param controlTotal sum of the control column that they say; null where they did not
 * @param fileDeletedAt null while the file is kept
 * @param scan null until the file was read
 * @param rehearsal null until it is rehearsed
 * @param recording null until recording began
 */
record ImportJob(
        UUID id,
        long ordinal,
        ImportState state,
        String fileName,
        long fileSize,
        String fileSha256,
        String profileName,
        String profileYaml,
        @Nullable Long controlCount,
        @Nullable BigDecimal controlTotal,
        Person uploader,
        Instant uploadedAt,
        @Nullable Person confirmer,
        @Nullable Instant confirmedAt,
        @Nullable Instant finishedAt,
        @Nullable String failureCode,
        @Nullable String failureText,
        @Nullable Instant fileDeletedAt,
        @Nullable ScanReport scan,
        @Nullable RunReport rehearsal,
        @Nullable RunReport recording) {}
