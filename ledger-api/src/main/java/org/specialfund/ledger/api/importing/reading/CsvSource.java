package org.specialfund.ledger.api.importing.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file. A quoted cell may span lines; where its quote is not closed within the limit, or the record
 * breaks on the way or ends with another number of columns than expected, the record's first line alone is malformed
 * and reading goes on with the line after it.
 */
public final class CsvSource implements RowSource {

    private final LineReader lines;
    private final Deque<LineReader.Line> again = new ArrayDeque<>();
    private final char delimiter;
    private final Limits limits;
    private final CsvReader.CsvReaderBuilder parser;
    private int columns = -1;

    /** Reads the bytes; closes the stream when it is closed. */
    public CsvSource(InputStream in, Charset encoding, char delimiter, Limits limits) {
        this.lines = new LineReader(in, encoding, limits);
        this.delimiter = delimiter;
        this.limits = limits;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .maxBufferSize(Math.max(1 << 24, 2 * limits.lineBytes()));
    }

    @Override
    public void expect(int columnCount) {
        columns = columnCount;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        LineReader.Line first = nextLine();
        if (first == null) {
            return null;
        }
        if (first.problem() != null) {
            return malformed(first, first.problem());
        }
        QuoteScan quotes = new QuoteScan(delimiter);
        quotes.read(first.text());
        if (quotes.isBroken()) {
            return malformed(first, SourceRow.Problem.BROKEN_QUOTE);
        }
        return quotes.isOpen() ? spanning(first, quotes) : parsed(first.number(), first.text());
    }

    private SourceRow spanning(LineReader.Line first, QuoteScan quotes) throws IOException {
        List<LineReader.Line> more = new ArrayList<>();
        StringBuilder record = new StringBuilder(first.text());
        while (quotes.isOpen() && !quotes.isBroken() && more.size() < limits.recordLines() - 1) {
            LineReader.Line line = nextLine();
            if (line == null) {
                break;
            }
            more.add(line);
            if (line.problem() != null || record.length() + line.text().length() > limits.lineBytes()) {
                break;
            }
            quotes.read(line.text());
            record.append('\n').append(line.text());
        }
        if (!quotes.isOpen() && !quotes.isBroken()) {
            SourceRow row = parsed(first.number(), record.toString());
            if (row.problem() == null) {
                return row;
            }
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            again.addFirst(more.get(i));
        }
        return malformed(first, SourceRow.Problem.UNCLOSED_QUOTE);
    }

    private SourceRow parsed(long number, String record) {
        LineReader.Line line = new LineReader.Line(number, record, null);
        List<String> fields;
        try {
            fields = record.isEmpty()
                    ? List.of("")
                    : parser.ofSingleCsvRecord(record).getFields();
        } catch (CsvParseException e) {
            // the quotes are in order: what is left is the parser's own limit on the number of fields
            return malformed(line, SourceRow.Problem.TOO_MANY_COLUMNS);
        }
        if (fields.size() > limits.columns()) {
            return malformed(line, SourceRow.Problem.TOO_MANY_COLUMNS);
        }
        if (fields.stream().anyMatch(field -> field.length() > limits.cellChars())) {
            return malformed(line, SourceRow.Problem.CELL_TOO_LONG);
        }
        SourceRow row = SourceRow.of(number, fields.stream().map(Cell::text).toList());
        return columns < 0 || fields.size() == columns || row.isBlank()
                ? row
                : row.with(SourceRow.Problem.WRONG_COLUMN_COUNT);
    }

    private static SourceRow malformed(LineReader.Line line, SourceRow.Problem problem) {
        String text = line.text();
        Cell raw = Cell.text(text.substring(0, Math.min(text.length(), 500)));
        return new SourceRow(line.number(), List.of(raw), problem);
    }

    private LineReader.@Nullable Line nextLine() throws IOException {
        LineReader.Line line = again.pollFirst();
        return line != null ? line : lines.next();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
