package org.specialfund.ledger.api.importing.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of an XLSX file. Formulas give the values that the file holds for them. Read with the JDK's own
 * parser and not with fastexcel-reader, which makes room for as many cells as an address claims and gives up on a whole
 * sheet for one odd cell.
 */
public final class XlsxSource implements RowSource {

    private final Workbook workbook;
    private final Workbook.Part sheet;
    private final SharedStrings strings = new SharedStrings();
    private final Limits limits;
    private long line;
    private int columns = -1;

    /** Opens the sheet of that name; the first where the name is null. */
    public XlsxSource(Path file, @Nullable String sheetName, Limits limits) throws IOException {
        this.limits = limits;
        this.workbook = new Workbook(file, limits);
        try {
            try (Workbook.Part part = workbook.part("xl/sharedStrings.xml")) {
                if (part != null) {
                    strings.read(part.xml(), limits);
                }
            }
            this.sheet = workbook.sheet(sheetName);
        } catch (XMLStreamException e) {
            workbook.close();
            throw Workbook.malformed(e);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Whether the workbook counts days from 1904 and not from 1900. */
    public boolean from1904() {
        return workbook.from1904();
    }

    @Override
    public void expect(int columnCount) {
        columns = columnCount;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        try {
            XMLStreamReader xml = sheet.xml();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                    return row(xml);
                }
                if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                    break;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Workbook.malformed(e);
        }
    }

    private SourceRow row(XMLStreamReader xml) throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        line = number != null && number.matches("[0-9]{1,7}") ? Math.max(line + 1, Long.parseLong(number)) : line + 1;
        List<Cell> cells = new ArrayList<>();
        SourceRow.Problem problem = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                Cell cell = cell(xml);
                if (column >= limits.columns()) {
                    problem = cell.isBlank() ? problem : SourceRow.Problem.TOO_MANY_COLUMNS;
                } else if (cell.text().length() > limits.cellChars()) {
                    problem = SourceRow.Problem.CELL_TOO_LONG;
                } else {
                    put(cells, column, cell);
                }
            }
        }
        return widened(cells, problem);
    }

    private SourceRow widened(List<Cell> cells, SourceRow.@Nullable Problem problem) {
        SourceRow.Problem why = problem;
        if (columns >= 0) {
            while (cells.size() > columns && cells.get(cells.size() - 1).isBlank()) {
                cells.remove(cells.size() - 1);
            }
            why = why == null && cells.size() > columns ? SourceRow.Problem.WRONG_COLUMN_COUNT : why;
            cells.addAll(Collections.nCopies(Math.max(0, columns - cells.size()), Cell.BLANK));
        }
        return new SourceRow(line, cells, why);
    }

    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                String element = xml.getLocalName();
                if (element.equals("v") || element.equals("is")) {
                    value = XlsxText.of(xml, element, limits.cellChars());
                }
            }
        }
        return typed(type == null ? "n" : type, value);
    }

    private Cell typed(String type, String value) {
        if (value.isEmpty()) {
            return Cell.BLANK;
        }
        return switch (type) {
            case "n" -> number(value.strip());
            case "s" -> shared(value.strip());
            case "b" -> Cell.text(value.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> new Cell(Cell.Kind.ERROR, value);
            default -> Cell.text(value); // str, inlineStr, d (an ISO 8601 date)
        };
    }

    private static Cell number(String raw) {
        String text = ExcelNumber.text(raw);
        return text == null ? new Cell(Cell.Kind.ERROR, raw) : new Cell(Cell.Kind.NUMBER, text);
    }

    private Cell shared(String index) {
        try {
            return Cell.text(strings.get(Integer.parseInt(index)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return new Cell(Cell.Kind.ERROR, "string " + index);
        }
    }

    private static void put(List<Cell> cells, int column, Cell cell) {
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    /** The column of an address such as {@code BC12}, from 0; a huge number where it is beyond any sheet. */
    private static int column(@Nullable String address, int next) {
        int column = 0;
        int letters = 0;
        while (address != null && letters < address.length() && address.charAt(letters) >= 'A') {
            if (letters == 3) {
                return Integer.MAX_VALUE;
            }
            column = 26 * column + (address.charAt(letters) - 'A' + 1);
            letters++;
        }
        return letters == 0 ? next : column - 1;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
