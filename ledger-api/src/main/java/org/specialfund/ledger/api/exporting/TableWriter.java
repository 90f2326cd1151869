package org.specialfund.ledger.api.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.plan.SafeText;

/** Writes a table row by row, as CSV or XLSX. Memory does not depend on its length. Of one thread. */
public abstract sealed class TableWriter implements Closeable {

    /** Says what the answer will be: a table of that kind, {@code csv} or {@code xlsx}, to be kept under that name. */
    public static void begin(String kind, String name, HttpServletResponse response) {
        response.setContentType(
                kind.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + kind + "\"");
    }

    /** A table of that kind, {@code csv} or {@code xlsx}; writes the header. */
    public static TableWriter open(String kind, OutputStream out, List<String> header) throws IOException {
        TableWriter table = kind.equals("xlsx") ? new Xlsx(out, header) : new Csv(out);
        if (table instanceof Csv) {
            table.row(header);
        }
        return table;
    }

    /** Writes a row of texts, whole numbers and exact decimals; null leaves a cell empty. */
    public abstract void row(List<? extends @Nullable Object> cells) throws IOException;

    private static final class Csv extends TableWriter {

        private final CsvWriter csv;

        Csv(OutputStream out) throws IOException {
            OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF'); // without it, spreadsheet programs guess another encoding
            csv = CsvWriter.builder().build(writer);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) {
            csv.writeRecord(cells.stream().map(Csv::text).toList());
        }

        private static String text(@Nullable Object cell) {
            if (cell instanceof BigDecimal amount) {
                return amount.toPlainString();
            }
            return cell == null ? "" : SafeText.of(cell.toString());
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    private static final class Xlsx extends TableWriter {

        private static final int MOST_ROWS = 1_000_000;
        private static final int FLUSH = 1_000;
        /** A number in a spreadsheet is binary: beyond 15 digits only text is exact. */
        private static final int EXACT_DIGITS = 15;

        private final Workbook workbook;
        private final List<String> header;
        private Worksheet sheet;
        private int sheets;
        private int rows;

        Xlsx(OutputStream out, List<String> header) throws IOException {
            workbook = new Workbook(out, "SpecialFundLedger", "1.0");
            this.header = header;
            sheet = next();
        }

        private Worksheet next() throws IOException {
            sheets++;
            Worksheet fresh = workbook.newWorksheet("Sheet" + sheets);
            for (int column = 0; column < header.size(); column++) {
                fresh.value(0, column, header.get(column));
            }
            rows = 1;
            return fresh;
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            if (rows == MOST_ROWS) {
                sheet.finish();
                sheet = next();
            }
            for (int column = 0; column < cells.size(); column++) {
                Object cell = cells.get(column);
                if (cell instanceof BigDecimal amount && amount.precision() <= EXACT_DIGITS) {
                    sheet.value(rows, column, amount);
                } else if (cell instanceof BigDecimal amount) {
                    sheet.value(rows, column, amount.toPlainString());
                } else if (cell instanceof Number number) {
                    sheet.value(rows, column, number);
                } else if (cell != null) {
                    sheet.value(rows, column, Objects.toString(cell));
                }
            }
            rows++;
            if (rows % FLUSH == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
