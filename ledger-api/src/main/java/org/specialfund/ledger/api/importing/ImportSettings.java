package org.specialfund.ledger.api.importing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param directory where uploaded files lie; shared where there are several nodes
 * @param maxFileSize of one file
 * @param mostRows that the plan of one file may hold; its rehearsal keeps them all in memory
 * @param batch rows recorded in one transaction
 * @param keepFilesFor after an import has ended, its file is kept so long
 */
@ConfigurationProperties("ledger.imports")
record ImportSettings(
        Path directory,
        @DefaultValue("1GB") DataSize maxFileSize,
        @DefaultValue("150000") long mostRows,
        @DefaultValue("200") int batch,
        @DefaultValue("30d") Duration keepFilesFor) {

    ImportSettings {
        if (mostRows < 1 || batch < 1 || keepFilesFor.isNegative()) {
            throw new IllegalArgumentException(
                    "ledger.imports: most-rows and batch must be above zero, keep-files-for not below");
        }
    }
}
