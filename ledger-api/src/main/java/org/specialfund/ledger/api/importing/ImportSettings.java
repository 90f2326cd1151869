package org.specialfund.ledger.api.importing;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param directory where uploaded files lie until they are recorded or discarded; shared where there are several nodes
 * @param maxFileSize of one file
 * @param rehearsedRows after so many a rehearsal ends, about; it keeps about 1 kB a row in memory
 * @param batch rows recorded in one transaction
 */
@ConfigurationProperties("ledger.imports")
record ImportSettings(
        Path directory,
        @DefaultValue("1GB") DataSize maxFileSize,
        @DefaultValue("100000") long rehearsedRows,
        @DefaultValue("200") int batch) {}
