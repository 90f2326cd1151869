package org.specialfund.ledger.api.importing.profile;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.specialfund.ledger.api.importing.reading.Cell;

/** How dates are written in a file; the first pattern that fits is taken. Thread-safe. */
public final class DateFormats {

    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final long LAST_SERIAL = 2_958_465; // 9999-12-31

    private final List<DateTimeFormatter> formats;

    /** The patterns are those of {@link DateTimeFormatter}; throws {@link IllegalArgumentException} for another. */
    public DateFormats(List<String> patterns) {
        this.formats = patterns.stream()
                // y would be a year of the era, which without an era is no year at all
                .map(pattern -> DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT)
                        .withChronology(IsoChronology.INSTANCE))
                .toList();
    }

    /**
     * The date in a cell: text in one of the formats, or a spreadsheet's day number.
     *
     * @param from1904 whether the workbook counts days from 1904
     * @throws BadCellException where the cell does not hold one
     */
    public LocalDate parse(Cell cell, boolean from1904) {
        String text = cell.text().strip();
        for (DateTimeFormatter format : formats) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException e) {
                continue; // the next format
            }
        }
        if (cell.kind() != Cell.Kind.NUMBER) {
            throw new BadCellException("not-a-date");
        }
        return ofSerial(text, from1904);
    }

    /** The text by which {@link #parse} knows a spreadsheet's date again; the cell's own where it holds none. */
    public String shown(Cell cell, boolean from1904) {
        try {
            return formats.isEmpty() ? cell.text() : formats.get(0).format(parse(cell, from1904));
        } catch (BadCellException e) {
            return cell.text();
        }
    }

    private static LocalDate ofSerial(String text, boolean from1904) {
        String whole = text.contains(".") ? text.substring(0, text.indexOf('.')) : text; // the rest is the time of day
        if (!whole.matches("[0-9]{1,7}")) {
            throw new BadCellException("not-a-date");
        }
        long serial = Long.parseLong(whole);
        // Excel believes that 1900 was a leap year: day 60 never was, and the days before it are one late
        if (serial > LAST_SERIAL || !from1904 && (serial == 0 || serial == 60)) {
            throw new BadCellException("not-a-date");
        }
        return from1904 ? FROM_1904.plusDays(serial) : FROM_1900.plusDays(serial < 60 ? serial + 1 : serial);
    }
}
