package org.specialfund.ledger.api.reconciliation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.importing.profile.BadCellException;
import org.specialfund.ledger.api.importing.profile.DateFormats;
import org.specialfund.ledger.api.importing.profile.NumberFormat;
import org.specialfund.ledger.api.importing.reading.Cell;
import org.specialfund.ledger.api.importing.reading.CsvSource;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.RowSource;
import org.specialfund.ledger.api.importing.reading.SourceRow;
import org.specialfund.ledger.api.importing.reading.UnreadableFileException;
import org.specialfund.ledger.api.importing.reading.XlsxSource;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;

/**
 * Reads a bank's statement, CSV or XLSX: a header, then a line a movement. Of its columns it takes day, reference and
 * signed amount; whose account it was stays in the file. Takes the whole file or nothing of it.
 */
final class StatementFile {

    private static final Set<String> DAY = Set.of("booked_on", "booking date", "date", "入账日期", "记账日期", "交易日期", "日期");
    private static final Set<String> REFERENCE =
            Set.of("bank_reference", "bank reference", "reference", "银行流水号", "交易流水号", "流水号", "凭证号");
    private static final Set<String> AMOUNT = Set.of("amount", "金额", "发生额", "交易金额");

    private static final Limits LIMITS = new Limits(2_000, 100, 100, 1 << 16, 1 << 24, 1L << 28);
    private static final int MOST_PROBLEMS = 20;
    private static final DateFormats DATES =
            new DateFormats(List.of("yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日"));
    private static final NumberFormat NUMBERS = new NumberFormat('.', ',', List.of("¥", "￥", "CNY"));

    private final List<StatementLine> lines = new ArrayList<>();
    private final List<MalformedException.Problem> problems = new ArrayList<>();
    private boolean from1904;
    private int day = -1;
    private int reference = -1;
    private int amount = -1;

    private StatementFile() {}

    /**
     * The lines of the file; throws a problem (400) that names what cannot be read.
     *
     * @param encoding of a CSV file
     */
    static List<StatementLine> read(byte[] bytes, Charset encoding) throws IOException {
        StatementFile file = new StatementFile();
        boolean zipped = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        try {
            if (zipped) {
                file.readWorkbook(bytes);
            } else {
                try (RowSource rows = new CsvSource(new ByteArrayInputStream(bytes), encoding, ',', LIMITS)) {
                    file.read(rows);
                }
            }
        } catch (UnreadableFileException e) {
            throw new ProblemException(Problem.malformed("file", e.code()));
        }
        if (!file.problems.isEmpty()) {
            throw new ProblemException(Problem.malformed(file.problems));
        }
        return file.lines;
    }

    /** The encodings that banks use. */
    static Charset encoding(@Nullable String name) {
        if (name == null || name.equalsIgnoreCase("UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        if (name.equalsIgnoreCase("GB18030") || name.equalsIgnoreCase("GBK")) {
            return Charset.forName("GB18030");
        }
        throw new ProblemException(Problem.malformed("encoding", "unknown-word"));
    }

    private void readWorkbook(byte[] bytes) throws IOException {
        Path copy = Files.createTempFile("statement", ".xlsx");
        try {
            Files.write(copy, bytes);
            try (XlsxSource rows = new XlsxSource(copy, null, LIMITS)) {
                from1904 = rows.from1904();
                read(rows);
            }
        } finally {
            Files.delete(copy);
        }
    }

    private void read(RowSource rows) throws IOException {
        SourceRow header = rows.next();
        while (header != null && header.isBlank()) {
            header = rows.next();
        }
        if (header == null || header.problem() != null) {
            problem("file", header == null ? "required" : "no-header");
            return;
        }
        columns(header.cells());
        rows.expect(header.cells().size());
        for (SourceRow row = rows.next(); row != null && problems.size() < MOST_PROBLEMS; row = rows.next()) {
            if (!row.isBlank()) {
                line(row);
            }
            if (lines.size() > ReceiveStatement.MOST_LINES) {
                problem("file", "too-long");
                return;
            }
        }
    }

    private void columns(List<Cell> header) {
        day = column(header, DAY, "booked_on");
        reference = column(header, REFERENCE, "bank_reference");
        amount = column(header, AMOUNT, "amount");
    }

    private int column(List<Cell> header, Set<String> names, String field) {
        List<Integer> found = IntStream.range(0, header.size())
                .filter(place -> names.contains(header.get(place).text().strip().toLowerCase(Locale.ROOT)))
                .boxed()
                .toList();
        if (found.size() != 1) {
            problem("file." + field, found.isEmpty() ? "required" : "repeated");
            return -1;
        }
        return found.get(0);
    }

    private void line(SourceRow row) {
        String field = "file.line " + row.line();
        if (row.problem() != null) {
            problem(field, row.problem().code());
        } else if (day >= 0 && reference >= 0 && amount >= 0) {
            try {
                LocalDate bookedOn = DATES.parse(row.cells().get(day), from1904);
                BigDecimal moved = NUMBERS.parse(row.cells().get(amount));
                String named = row.cells().get(reference).text().strip();
                lines.add(new StatementLine((int) row.line(), bookedOn, named.isEmpty() ? null : named, moved));
            } catch (BadCellException e) {
                problem(field, e.code());
            }
        }
    }

    private void problem(String field, String problem) {
        problems.add(new MalformedException.Problem(field, problem));
    }
}
