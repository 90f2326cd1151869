package org.specialfund.ledger.api.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcelNumberTest {

    @ParameterizedTest
    @CsvSource({
        "50.099999999999994, 50.1",
        "0.30000000000000004, 0.3",
        "1234.5600000000013, 1234.56",
        "1409.5, 1409.5",
        "218814.8, 218814.8",
        "1E3, 1000",
        "-1.0000000000000001E-1, -0.1",
        "123456789012345, 123456789012345",
        "100, 100",
        "0, 0",
        "-0, 0",
        "4.9E-320, 0",
        "999999999999.99, 999999999999.99",
    })
    void givesTheNumberThatExcelShows(String raw, String number) {
        assertThat(ExcelNumber.text(raw)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"abc", "''", ".", "1e9999", "1E400", "NaN", "1234567890123456.78", "1E41"})
    void takesNothingThatIsNoNumberOrWouldBeRounded(String raw) {
        assertThat(ExcelNumber.text(raw)).isNull();
    }

    @Test
    void everyAmountInCentsSurvivesTheWayThroughADouble() {
        for (long cents = 1; cents < 100_000_000_000_000L; cents = cents * 3 + 7) {
            String text =
                    java.math.BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
            double binary = Double.parseDouble(text);
            String seventeenDigits = new java.math.BigDecimal(binary)
                    .round(new java.math.MathContext(17))
                    .toString();
            assertThat(ExcelNumber.text(seventeenDigits)).isEqualTo(text);
        }
    }
}
