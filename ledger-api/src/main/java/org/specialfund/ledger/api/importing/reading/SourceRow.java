package org.specialfund.ledger.api.importing.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line where it begins: the line of a CSV file, the row of a sheet; from 1
 * @param cells of a malformed row, what could be read of it, for a person to recognise it by
 * @param problem null where the row is well formed
 */
public record SourceRow(
        long line, List<Cell> cells, @Nullable Problem problem) {

    /** Why a row cannot be read. The code is stable. */
    public enum Problem {
        BAD_ENCODING("bad-encoding", "holds bytes that are not text in the declared encoding"),
        CONTROL_CHARACTER("control-character", "holds a NUL character"),
        LINE_TOO_LONG("line-too-long", "is longer than a line may be"),
        CELL_TOO_LONG("cell-too-long", "holds a cell that is longer than a cell may be"),
        TOO_MANY_COLUMNS("too-many-columns", "has more columns than a row may have"),
        WRONG_COLUMN_COUNT("wrong-column-count", "has another number of columns than the header"),
        BROKEN_QUOTE("broken-quote", "has text after a closing quote"),
        UNCLOSED_QUOTE("unclosed-quote", "opens a quote that is never closed");

        private final String code;
        private final String sentence;

        Problem(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** Stable, kebab-case. */
        public String code() {
            return code;
        }

        /** Continues "the row …". */
        public String sentence() {
            return sentence;
        }
    }

    /** Copies the cells. */
    public SourceRow {
        cells = List.copyOf(cells);
    }

    /** A well-formed row. */
    public static SourceRow of(long line, List<Cell> cells) {
        return new SourceRow(line, cells, null);
    }

    /** Whether no cell holds anything. */
    public boolean isBlank() {
        return problem == null && cells.stream().allMatch(Cell::isBlank);
    }

    /** The same row, malformed. */
    public SourceRow with(Problem why) {
        return new SourceRow(line, cells, why);
    }
}
