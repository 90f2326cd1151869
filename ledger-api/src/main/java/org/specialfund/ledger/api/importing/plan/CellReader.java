package org.specialfund.ledger.api.importing.plan;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.BadCellException;
import org.specialfund.ledger.api.importing.profile.CodeRule;
import org.specialfund.ledger.api.importing.profile.CommandShape;
import org.specialfund.ledger.api.importing.profile.Field;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.Template;
import org.specialfund.ledger.api.importing.reading.Cell;
import org.specialfund.ledger.api.importing.reading.SourceRow;

/** Reads the fields of one row. */
final class CellReader {

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private final Profile profile;
    private final Table table;
    private final SourceRow row;

    CellReader(Profile profile, Table table, SourceRow row) {
        this.profile = profile;
        this.table = table;
        this.row = row;
    }

    /** The cell of a column; blank where the file does not have it. */
    Cell cell(Field field) {
        return at(table.column(field));
    }

    /** Whether the field's source holds nothing; a cell in error holds something. */
    boolean isBlank(Field field) {
        return switch (field.from()) {
            case VALUE -> false;
            case TEMPLATE -> Template.fill(field.source(), name -> blank(at(table.column(name))) ? null : "") == null;
            case COLUMN, INDEX -> blank(cell(field));
            case CODE, NAME -> {
                CodeRule rule = profile.codes().get(field.source());
                yield rule == null || rule.name().whenBlank() == null && isBlank(rule.name());
            }
        };
    }

    /** The text of a field, what stands for a blank included; null where there is none. */
    @Nullable
    String text(Field field) {
        String text = raw(field);
        return text == null ? field.whenBlank() : text;
    }

    /**
     * A field that is not text, as plain text: an amount in the currency's units, a date as ISO 8601.
     *
     * @throws BadCellException where the cell does not hold one
     */
    String typed(Field field, CommandShape.Type type) {
        Cell cell = field.from() == Field.From.TEMPLATE ? Cell.text(String.valueOf(raw(field))) : cell(field);
        return switch (type) {
            case AMOUNT -> plain(profile.numbers().parse(cell).multiply(profile.multiplier()));
            case DATE -> profile.dates().parse(cell, table.from1904()).toString();
            case WHOLE_NUMBER -> wholeNumber(cell);
            case TEXT, OTHER -> plain(profile.numbers().parse(cell));
        };
    }

    private String wholeNumber(Cell cell) {
        try {
            return String.valueOf(profile.numbers().parse(cell).intValueExact());
        } catch (ArithmeticException e) {
            throw new BadCellException("not-a-whole-number");
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private @Nullable String raw(Field field) {
        return switch (field.from()) {
            case VALUE -> field.source();
            case TEMPLATE -> Template.fill(field.source(), name -> clean(at(table.column(name))));
            default -> clean(cell(field));
        };
    }

    private Cell at(int column) {
        return column < 0 || column >= row.cells().size()
                ? Cell.BLANK
                : row.cells().get(column);
    }

    /** The cell's text with line breaks and tabulators as blanks; null where that, or the profile, means "nothing". */
    private @Nullable String clean(Cell cell) {
        if (cell.kind() == Cell.Kind.ERROR) {
            throw new BadCellException("cell-in-error");
        }
        return blank(cell) ? null : tidy(cell);
    }

    private boolean blank(Cell cell) {
        String text = tidy(cell);
        return text.isEmpty() || profile.file().blanks().contains(text);
    }

    private static String tidy(Cell cell) {
        String raw = cell.text();
        String text = (hasBreak(raw) ? BREAKS.matcher(raw).replaceAll(" ") : raw).strip();
        return SafeText.isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean hasBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0;
    }
}
