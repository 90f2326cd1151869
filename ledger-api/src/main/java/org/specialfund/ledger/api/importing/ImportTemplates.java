package org.specialfund.ledger.api.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.specialfund.ledger.api.importing.profile.Field;
import org.specialfund.ledger.api.importing.profile.Profile;

/** Empty files in the layout of a profile, to fill in. */
final class ImportTemplates {

    private ImportTemplates() {}

    static byte[] csv(Profile profile) throws IOException {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns(profile));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(Profile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Special Fund Ledger", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Import");
            List<String> columns = columns(profile);
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
                sheet.width(i, Math.max(12, columns.get(i).length() + 4));
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(0, 1);
        }
        return out.toByteArray();
    }

    private static List<String> columns(Profile profile) {
        return profile.readingFields()
                .filter(field -> field.from() == Field.From.COLUMN)
                .map(Field::source)
                .distinct()
                .toList();
    }
}
