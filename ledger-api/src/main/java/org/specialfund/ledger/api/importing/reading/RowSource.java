package org.specialfund.ledger.api.importing.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one file, once, in order. Not thread-safe. */
public interface RowSource extends AutoCloseable {

    /**
     * The next row, well formed or not; null after the last.
     *
     * @throws UnreadableFileException where nothing more of the file can be read
     */
    @Nullable
    SourceRow next() throws IOException;

    /**
     * Says how many columns the following rows have. Where the file counts columns (CSV), another number makes a row
     * malformed; where it does not (XLSX leaves empty cells out), a row is filled up, and malformed only beyond it.
     */
    void expect(int columnCount);

    @Override
    void close() throws IOException;
}
