package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a JVM wrote under {@code -Xlog:gc}: how much of its heap was in use at each collection. */
record GcLog(Path file) {

    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /** The option that makes a JVM write it. */
    String option() {
        return "-Xlog:gc:file=" + file;
    }

    /** The most that was in use when a collection began, in MiB. */
    long peakMib() throws IOException {
        return most(line -> Long.parseLong(line.group(1)));
    }

    /** The most that a collection left in use, in MiB: what was needed, about. */
    long peakAfterMib() throws IOException {
        return most(line -> Long.parseLong(line.group(2)));
    }

    private long most(ToLongFunction<MatchResult> figure) throws IOException {
        return COLLECTION
                .matcher(Files.readString(file))
                .results()
                .mapToLong(figure)
                .max()
                .orElseThrow();
    }
}
