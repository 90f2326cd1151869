package org.specialfund.ledger.api.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole files in tests and shows rows as one line of text each. */
final class Rows {

    private Rows() {}

    static List<String> csv(String text) throws IOException {
        return csv(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, Limits.DEFAULT);
    }

    static List<String> csv(byte[] bytes, Charset encoding, Limits limits) throws IOException {
        return shown(new CsvSource(new ByteArrayInputStream(bytes), encoding, ',', limits));
    }

    /** Takes the first row as the header. */
    static List<String> shown(RowSource source) throws IOException {
        List<String> rows = new ArrayList<>();
        try (source) {
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                if (rows.isEmpty()) {
                    source.expect(row.cells().size());
                }
                rows.add(shown(row));
            }
        }
        return rows;
    }

    static String shown(SourceRow row) {
        return row.line() + " "
                + (row.problem() != null
                        ? row.problem().code()
                        : String.join("|", row.cells().stream().map(Cell::text).toList()));
    }
}
