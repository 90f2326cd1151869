package org.specialfund.ledger.api.importing.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet's number as a person sees it. Workbooks hold binary doubles written out with 17 digits
 * (50.099999999999994 where 50.1 was typed); Excel itself shows and calculates with 15 significant digits, so those are
 * the number. Where 15 digits would not even hold a thousandth, the number is not taken rather than rounded.
 */
final class ExcelNumber {

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]{0,40}\\.?[0-9]{0,40}([Ee][+-]?[0-9]{1,3})?");
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LARGEST_EXPONENT = 40;

    private ExcelNumber() {}

    /** Its plain decimal text, without trailing zeros; null where the raw text is not a number that can be taken. */
    static @Nullable String text(String raw) {
        if (!FORM.matcher(raw).matches()) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(raw).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null; // "", ".", "E5"
        }
        if (Math.abs(number.scale()) > LARGEST_EXPONENT) {
            return Math.abs(number.doubleValue()) < 1e-20 ? "0" : null;
        }
        if (number.precision() > DIGITS.getPrecision()) {
            if (number.precision() - number.scale() > 12) {
                return null;
            }
            number = number.round(DIGITS).stripTrailingZeros();
        }
        return number.signum() == 0 ? "0" : number.toPlainString();
    }
}
