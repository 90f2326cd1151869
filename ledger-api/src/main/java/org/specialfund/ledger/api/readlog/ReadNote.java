package org.specialfund.ledger.api.readlog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One read.
 *
 * @param personId opaque
 * @param query as it was sent; null where there was none
 */
record ReadNote(
        Instant readAt,
        String personId,
        List<String> roles,
        String method,
        String path,
        @Nullable String query) {}
