package org.specialfund.ledger.api.importing.profile;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.specialfund.ledger.api.importing.reading.Cell;

/** How numbers are written in a file. Never guesses: what does not fit is not a number. Thread-safe. */
public final class NumberFormat {

    private static final int LONGEST = 64;

    private final char decimal;
    private final char thousands;
    private final List<String> currencySigns;
    private final Pattern form;

    /**
     * A format.
     *
     * @param decimal the decimal sign
     * @param thousands between groups of three, which may be left out as a whole; a blank stands for any kind of blank
     * @param currencySigns that may stand before or after a number
     */
    public NumberFormat(char decimal, char thousands, List<String> currencySigns) {
        this.decimal = decimal;
        this.thousands = thousands;
        this.currencySigns = currencySigns.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String group = Pattern.quote(String.valueOf(thousands));
        String point = Pattern.quote(String.valueOf(decimal));
        this.form = Pattern.compile(
                "([0-9]{1,3}(" + group + "[0-9]{3})+|[0-9]+)(" + point + "[0-9]+)?|" + point + "[0-9]+");
    }

    /**
     * The number in a cell: below zero with a minus sign before it or in parentheses.
     *
     * @throws BadCellException where the cell does not hold one
     */
    public BigDecimal parse(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            return new BigDecimal(cell.text());
        }
        if (cell.kind() == Cell.Kind.ERROR || cell.text().length() > LONGEST) {
            throw new BadCellException("not-a-number");
        }
        String text = clean(cell.text());
        boolean parentheses = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
        String inner = withoutSign(parentheses ? text.substring(1, text.length() - 1) : text);
        boolean minus = inner.startsWith("-");
        String digits = minus || inner.startsWith("+") ? withoutSign(inner.substring(1)) : inner;
        if (minus && parentheses || !form.matcher(digits).matches()) {
            throw new BadCellException("not-a-number");
        }
        BigDecimal number =
                new BigDecimal(digits.replace(String.valueOf(thousands), "").replace(decimal, '.'));
        return minus || parentheses ? number.negate() : number;
    }

    /** The text by which {@link #parse} knows a spreadsheet's number again. */
    public String shown(Cell number) {
        return number.text().replace('.', decimal);
    }

    private static String clean(String text) {
        return text.replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u2009', ' ')
                .replace('\u3000', ' ')
                .replace('\u2212', '-')
                .strip();
    }

    private String withoutSign(String text) {
        for (String sign : currencySigns) {
            if (text.startsWith(sign)) {
                return text.substring(sign.length()).strip();
            }
            if (text.endsWith(sign)) {
                return text.substring(0, text.length() - sign.length()).strip();
            }
        }
        return text.strip();
    }
}
