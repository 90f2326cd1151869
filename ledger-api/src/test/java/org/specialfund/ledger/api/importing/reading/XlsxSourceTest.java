package org.specialfund.ledger.api.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class XlsxSourceTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatASpreadsheetProgramWrites() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "not this one");
            Worksheet sheet = workbook.newWorksheet("资金");
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "金额");
            sheet.value(0, 2, "日期");
            sheet.value(1, 0, "A-1");
            sheet.value(1, 1, 50.099999999999994);
            sheet.value(1, 2, LocalDate.of(2015, 6, 30));
            sheet.value(3, 1, 1409.5);
            sheet.formula(3, 2, "B2+B4");
        }
        assertThat(Rows.shown(new XlsxSource(file, "资金", Limits.DEFAULT)))
                .containsExactly("1 编号|金额|日期", "2 A-1|50.1|42185", "4 |1409.5|");
        assertThat(Rows.shown(new XlsxSource(file, null, Limits.DEFAULT))).containsExactly("1 not this one");
        assertThatThrownBy(() -> new XlsxSource(file, "Other", Limits.DEFAULT))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Notes, 资金");
    }

    @Test
    void formulasGiveTheirStoredValuesAndErrorsStayErrors() throws IOException {
        Path file =
                sheet("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>\"x\"</f><v>x</v></c>"
                        + "<c r=\"C1\" t=\"e\"><v>#REF!</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
                        + "<c r=\"E1\" t=\"inlineStr\"><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>guide</t></rPh></is></c>"
                        + "<c r=\"F1\" t=\"s\"><v>77</v></c></row>");
        try (XlsxSource source = new XlsxSource(file, null, Limits.DEFAULT)) {
            SourceRow row = source.next();
            assertThat(row.cells())
                    .containsExactly(
                            new Cell(Cell.Kind.NUMBER, "2"),
                            Cell.text("x"),
                            new Cell(Cell.Kind.ERROR, "#REF!"),
                            Cell.text("TRUE"),
                            Cell.text("rich"),
                            new Cell(Cell.Kind.ERROR, "string 77"));
        }
    }

    @Test
    void anAddressFarOutsideTheSheetMakesNoRoomForItself() throws IOException {
        Path file = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>2</v></c></row>");
        assertThat(Rows.shown(new XlsxSource(file, null, Limits.DEFAULT)))
                .containsExactly("1 1", "2 too-many-columns", "3 too-many-columns", "4 2");
    }

    @Test
    void tooLongCellIsMalformedAlone() throws IOException {
        Path file = sheet("<row><c><v>1</v></c></row><row><c t=\"inlineStr\"><is><t>" + "x".repeat(40_000)
                + "</t></is></c></row><row><c><v>2</v></c></row>");
        assertThat(Rows.shown(new XlsxSource(file, null, Limits.DEFAULT)))
                .containsExactly("1 1", "2 cell-too-long", "3 2");
    }

    @Test
    @Timeout(60)
    void bombsAreRefusedBeforeTheyFillMemory() throws IOException {
        Limits small = new Limits(100, 100, 100, 1000, 1000, 1_000_000);
        assertRefused(sheet("<row><c><v>1</v></c></row>".repeat(100_000)), small, "workbook-too-large");
        assertRefused(sheet("<row a=\"" + "x".repeat(100_000) + "\"/>"), small, "workbook-malformed");
        assertRefused(sheet("<!-- " + "<".repeat(1000) + " -->"), small, "workbook-malformed");
        assertRefused(withStrings("<si><t>text</t></si>".repeat(1000)), small, "workbook-too-large");
        assertRefused(
                sheet("<row><c><v>1</v></c></row>", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"),
                small,
                "workbook-malformed");
        assertRefused(sheet("<row><c></row>"), small, "workbook-malformed");
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() throws IOException {
        Path file = Files.writeString(folder.resolve("x.xlsx"), "PK\u0003\u0004 not really");
        assertRefused(file, Limits.DEFAULT, "not-a-workbook");
        assertRefused(zip(Map.of("readme.txt", "hello")), Limits.DEFAULT, "not-a-workbook");
    }

    private void assertRefused(Path file, Limits limits, String code) {
        assertThatThrownBy(() -> Rows.shown(new XlsxSource(file, null, limits)))
                .isInstanceOf(UnreadableFileException.class)
                .extracting(e -> ((UnreadableFileException) e).code())
                .isEqualTo(code);
    }

    private Path sheet(String rows) throws IOException {
        return sheet(rows, "");
    }

    private Path sheet(String rows, String prolog) throws IOException {
        Map<String, String> parts = workbook();
        parts.put(
                "xl/worksheets/sheet1.xml", xml(prolog + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
        return zip(parts);
    }

    private Path withStrings(String strings) throws IOException {
        Map<String, String> parts = workbook();
        parts.put("xl/sharedStrings.xml", xml("<sst>" + strings + "</sst>"));
        parts.put("xl/worksheets/sheet1.xml", xml("<worksheet><sheetData/></worksheet>"));
        return zip(parts);
    }

    private static Map<String, String> workbook() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                xml("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                xml("<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        return parts;
    }

    private static String xml(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body;
    }

    private Path zip(Map<String, String> parts) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
