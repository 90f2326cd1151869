package org.specialfund.ledger.api.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.plan.Codes;
import org.specialfund.ledger.api.importing.plan.LineMapper;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.importing.plan.SafeText;
import org.specialfund.ledger.api.importing.plan.Table;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.RecordRule;
import org.specialfund.ledger.api.importing.reading.Cell;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.SourceRow;

/**
 * What was not taken of a file, as a CSV file to mend and send again under the same profile: the line's own columns and
 * ours behind them. Of a line that was taken in part, what was taken is left blank, so that it is not sent twice.
 */
final class RefusalsFile {

    private final Profile profile;
    private final Codes codes;
    private final IssuePages issues;
    private final Locale locale;

    RefusalsFile(Profile profile, Codes codes, IssuePages issues, Locale locale) {
        this.profile = profile;
        this.codes = codes;
        this.issues = issues;
        boolean onlyLatin = profile.file().encoding().name().equals("windows-1252");
        this.locale = onlyLatin ? Locale.ENGLISH : locale;
    }

    /** Writes it, in the profile's own encoding and with its delimiter; memory does not depend on its length. */
    void write(Path file, OutputStream out) throws IOException {
        try (Table table = Table.open(file, profile, Limits.DEFAULT);
                CsvWriter csv = csv(out)) {
            List<Integer> columns = columns(table);
            writeHeader(csv, table, columns);
            for (Issue ofNone : issues.ofLine(0)) { // sums of the whole file: at most one a fund year
                csv.writeRecord(record(List.of(), columns, List.of(ofNone)));
            }
            LineMapper mapper = new LineMapper(profile, table);
            for (SourceRow row = table.next(); row != null && issues.hasMore(); row = table.next()) {
                List<Issue> ofLine = issues.ofLine(row.line());
                if (!ofLine.isEmpty()) {
                    csv.writeRecord(record(cells(row, mapper, table, ofLine), columns, ofLine));
                }
            }
        }
    }

    /** Writes lines and reasons alone, where the file is no more. */
    void writeWithoutFile(OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(Table.REPORT_COLUMNS);
            for (List<Issue> line = issues.ofNextLine(); !line.isEmpty(); line = issues.ofNextLine()) {
                csv.writeRecord(record(List.of(), List.of(), line));
            }
        }
    }

    private CsvWriter csv(OutputStream out) throws IOException {
        return CsvWriter.builder().fieldSeparator(profile.file().delimiter()).build(writer(out));
    }

    private Writer writer(OutputStream out) throws IOException {
        Writer writer =
                new BufferedWriter(new OutputStreamWriter(out, profile.file().encoding()));
        if (profile.file().encoding().equals(StandardCharsets.UTF_8)) {
            writer.write('\uFEFF'); // without it, spreadsheet programs guess another encoding
        }
        return writer;
    }

    /** The file's own columns; ours, where it is such a file come back, are left out. */
    private static List<Integer> columns(Table table) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (!Table.REPORT_COLUMNS.contains(table.header().get(i))) {
                columns.add(i);
            }
        }
        return columns;
    }

    private void writeHeader(CsvWriter csv, Table table, List<Integer> columns) {
        int headerLine = profile.file().headerLine();
        for (int line = 1; line < headerLine; line++) {
            csv.writeRecord(""); // the profile looks for the header that far down
        }
        if (headerLine > 0) {
            List<String> header = new ArrayList<>();
            columns.forEach(column -> header.add(SafeText.of(table.header().get(column))));
            header.addAll(Table.REPORT_COLUMNS);
            csv.writeRecord(header);
        }
    }

    private List<String> record(List<String> cells, List<Integer> columns, List<Issue> why) {
        List<String> record = new ArrayList<>();
        if (columns.isEmpty()) {
            record.addAll(cells); // no header: the columns as they are
        }
        columns.forEach(column -> record.add(column < cells.size() ? cells.get(column) : ""));
        record.add(String.valueOf(why.get(0).line()));
        record.add(why.stream().map(Issue::code).distinct().collect(Collectors.joining("; ")));
        record.add(SafeText.of(why.stream()
                .map(issue ->
                        (issue.reference() == null ? "" : issue.reference() + ": ") + LineWords.sentence(issue, locale))
                .collect(Collectors.joining(" "))));
        return record;
    }

    private List<String> cells(SourceRow row, LineMapper mapper, Table table, List<Issue> why) {
        Set<Integer> taken = why.get(0).kind() == null ? Set.of() : taken(row, mapper, table, why);
        Set<Integer> dates = columnsOfDates(table);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(taken.contains(i) ? "" : SafeText.of(shown(row.cells().get(i), dates.contains(i), table)));
        }
        return cells;
    }

    /** A spreadsheet's number or date, as the profile writes them in a CSV file. */
    private String shown(Cell cell, boolean isDate, Table table) {
        if (cell.kind() != Cell.Kind.NUMBER) {
            return cell.text();
        }
        return isDate
                ? profile.dates().shown(cell, table.from1904())
                : profile.numbers().shown(cell);
    }

    private Set<Integer> columnsOfDates(Table table) {
        return profile.rules()
                .flatMap(rule -> rule.fields().entrySet().stream()
                        .filter(field -> rule.kind().shape().isDate(field.getKey()))
                        .map(field -> table.columnOf(field.getValue())))
                .collect(Collectors.toSet());
    }

    /** The columns that hold nothing but what was taken. */
    private Set<Integer> taken(SourceRow row, LineMapper mapper, Table table, List<Issue> why) {
        Set<Integer> taken = new HashSet<>();
        Set<Integer> refused = new HashSet<>();
        List<RecordRule> rules = new ArrayList<>(profile.disbursements());
        if (profile.allocation() != null) {
            rules.add(profile.allocation());
        }
        for (RecordRule rule : rules) {
            PlannedRow planned = mapper.row(row, rule, codes);
            if (planned != null) {
                (isRefused(planned, why) ? refused : taken).addAll(columnsThatMayBeBlank(rule, table));
            }
        }
        taken.removeAll(refused);
        return taken;
    }

    private static boolean isRefused(PlannedRow row, List<Issue> why) {
        return why.stream()
                .anyMatch(
                        issue -> isWord(issue.kind(), row.kind().word()) && isWord(issue.reference(), row.reference()));
    }

    private static boolean isWord(@Nullable String a, String b) {
        return b.equals(a);
    }

    private static Set<Integer> columnsThatMayBeBlank(RecordRule rule, Table table) {
        return rule.fields().values().stream()
                .filter(field -> field.skipBlank())
                .map(table::columnOf)
                .collect(Collectors.toSet());
    }
}
