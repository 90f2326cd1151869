package org.specialfund.ledger.api.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that failed for the embedded server with its message alone, instead of pages of stack trace. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, EmbeddedPostgresException cause) {
        String message = String.valueOf(cause.getMessage());
        Throwable why = cause.getCause();
        return new FailureAnalysis(why == null ? message : message + ": " + why, null, cause);
    }
}
