package org.specialfund.ledger.api.importing.profile;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to find the rows of a file.
 *
 * @param encoding of a CSV file
 * @param delimiter of a CSV file
 * @param sheet of a workbook; null for its first
 * @param headerLine the line that names the columns, what is above it being skipped; 0 where there is none
 * @param skip rows to leave out: totals, notes
 * @param blanks texts that mean "nothing" wherever they stand alone in a cell: {@code -}, {@code n/a}
 */
public record FileLayout(
        Charset encoding,
        char delimiter,
        @Nullable String sheet,
        int headerLine,
        List<SkipRule> skip,
        Set<String> blanks) {

    /**
     * Leaves out the rows whose cell looks like the pattern.
     *
     * @param cell where to look
     * @param pattern {@code *} stands for anything, {@code ?} for one character; case is ignored
     */
    public record SkipRule(Field cell, Glob pattern) {}

    /** Copies the collections. */
    public FileLayout {
        skip = List.copyOf(skip);
        blanks = Set.copyOf(blanks);
    }
}
