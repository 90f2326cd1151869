package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes uploaded files some time after their imports have ended. Reports, refusals and the files' SHA-256 stay. Any
 * number of nodes may do it at once.
 */
@Component
class ImportCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCleaner.class);

    /** A file that no import names is an upload under way, or one that a crash cut off. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportSettings settings;
    private final Clock clock;

    ImportCleaner(ImportStore store, ImportFiles files, ImportSettings settings, Clock clock) {
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes what may go by now. */
    void clean() throws IOException {
        Instant now = clock.instant();
        for (UUID id : store.endedBefore(now.minus(settings.keepFilesFor()))) {
            files.delete(id);
            store.fileDeleted(id);
            LOG.info("The file of import {} is deleted, {} after it ended", id, settings.keepFilesFor());
        }
        for (UUID id : files.untouchedSince(now.minus(LONGEST_UPLOAD))) {
            if (store.find(id).isEmpty()) {
                files.delete(id);
                LOG.info("A file that no import names is deleted: {}", id);
            }
        }
    }
}
