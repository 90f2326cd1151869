package org.specialfund.ledger.core.violations;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Depends on more than the core may. */
final class LogsAndReadsFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LogsAndReadsFiles.class);

    static void log(Path path) {
        LOG.info("{}", path);
    }
}
