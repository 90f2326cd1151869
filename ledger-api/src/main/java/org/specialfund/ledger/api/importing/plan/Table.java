package org.specialfund.ledger.api.importing.plan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.Field;
import org.specialfund.ledger.api.importing.profile.FileLayout;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.Template;
import org.specialfund.ledger.api.importing.reading.Cell;
import org.specialfund.ledger.api.importing.reading.CsvSource;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.RowSource;
import org.specialfund.ledger.api.importing.reading.SourceRow;
import org.specialfund.ledger.api.importing.reading.XlsxSource;

/** An open file with its columns found, read row by row. Not thread-safe. */
public final class Table implements AutoCloseable {

    /** What the ledger adds to lines that it did not take; it means nothing where such a file comes back. */
    public static final List<String> REPORT_COLUMNS = List.of("ledger-line", "ledger-code", "ledger-sentence");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final RowSource rows;
    private final List<String> header = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable SourceRow first;

    private Table(RowSource rows) {
        this.rows = rows;
    }

    /**
     * Opens a file, CSV or XLSX by what it holds, and finds the columns that the profile names.
     *
     * @throws RejectedFileException where a column is missing or named twice
     */
    public static Table open(Path file, Profile profile, Limits limits) throws IOException {
        FileLayout layout = profile.file();
        RowSource source = isZip(file)
                ? new XlsxSource(file, layout.sheet(), limits)
                : new CsvSource(Files.newInputStream(file), layout.encoding(), layout.delimiter(), limits);
        Table table = new Table(source);
        try {
            table.findColumns(profile);
            return table;
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The names of the columns, in order; empty names where the header is blank. */
    public List<String> header() {
        return List.copyOf(header);
    }

    /** The next row below the header; null after the last. */
    public @Nullable SourceRow next() throws IOException {
        SourceRow row = first;
        first = null;
        return row != null ? row : rows.next();
    }

    /** Whether a workbook counts days from 1904. */
    public boolean from1904() {
        return rows instanceof XlsxSource workbook && workbook.from1904();
    }

    /** Whether a row holds nothing of its own. */
    boolean isBlank(SourceRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            boolean ours = i < header.size() && REPORT_COLUMNS.contains(header.get(i));
            if (!ours && !row.cells().get(i).isBlank()) {
                return false;
            }
        }
        return row.problem() == null;
    }

    /** The number of the column that a field reads, from 0; -1 where it reads none, or the file does not have it. */
    public int columnOf(Field field) {
        return switch (field.from()) {
            case COLUMN, INDEX -> column(field);
            default -> -1;
        };
    }

    /** The number of the column that a field reads, from 0; -1 where the file does not have it. */
    int column(Field field) {
        return field.from() == Field.From.INDEX ? Integer.parseInt(field.source()) - 1 : column(field.source());
    }

    /** The number of the column of that name, from 0; -1 where the file does not have it. */
    int column(String name) {
        return columns.getOrDefault(name, -1);
    }

    private void findColumns(Profile profile) throws IOException {
        int headerLine = profile.file().headerLine();
        SourceRow row = rows.next();
        while (row != null && row.line() < headerLine) {
            row = rows.next();
        }
        if (row == null) {
            throw new RejectedFileException("empty-file", "The file has no rows.");
        }
        if (headerLine == 0) {
            rows.expect(row.cells().size());
            first = row;
            return;
        }
        if (row.problem() != null) {
            throw new RejectedFileException(
                    "unreadable-header", "The header " + row.problem().sentence() + ".");
        }
        Set<String> twice = new HashSet<>();
        for (Cell cell : row.cells()) {
            String name = cell.text().strip();
            header.add(name);
            if (columns.putIfAbsent(name, header.size() - 1) != null) {
                twice.add(name);
            }
        }
        rows.expect(header.size());
        check(profile, twice);
    }

    private void check(Profile profile, Set<String> twice) {
        List<String> missing = profile.requiredColumns().stream()
                .filter(name -> !columns.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new RejectedFileException(
                    "missing-column", "The file has no column " + shown(missing) + "; it has " + shown(header) + ".");
        }
        profile.readingFields()
                .flatMap(field -> field.from() == Field.From.TEMPLATE
                        ? Template.columns(field.source()).stream()
                        : Stream.of(field.source()).filter(f -> field.from() == Field.From.COLUMN))
                .filter(twice::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new RejectedFileException("column-twice", "The file has two columns " + name + ".");
                });
    }

    private static String shown(List<String> names) {
        String all = String.join(", ", names);
        return all.length() > 500 ? all.substring(0, 500) + "…" : all;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
