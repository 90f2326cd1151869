package org.specialfund.ledger.api.importing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.importing.reading.Cell;

class FormatsTest {

    private final NumberFormat plain = new NumberFormat('.', ',', List.of("¥", "USh", "元", "$"));
    private final NumberFormat european = new NumberFormat(',', '.', List.of("€"));
    private final NumberFormat spaced = new NumberFormat(',', ' ', List.of());
    private final DateFormats dates = new DateFormats(List.of("yyyy-MM-dd", "d.M.yyyy", "yyyyMMdd"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1409.50; 1409.50",
                "1,409.50; 1409.50",
                "1,234,567; 1234567",
                "(1,409.50); -1409.50",
                "-0.1; -0.1",
                ".5; 0.5",
                "¥1,409.50; 1409.50",
                "¥ -5; -5",
                "-¥5; -5",
                "(¥5); -5",
                "5 元; 5",
                "\u22125; -5",
                "+5; 5",
                "USh 7; 7",
            })
    void numbersAreReadAsPeopleWriteThem(String text, String number) {
        assertThat(plain.parse(Cell.text(text))).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23",
                "1,2345",
                ",123",
                "1.2.3",
                "1,234,56",
                "12O",
                "1e5",
                "--5",
                "-(5)",
                "(-5)",
                "()",
                "¥",
                "5%",
                "１２",
                "0x5",
                "5.",
                "1 234",
                "NaN",
            })
    void whatDoesNotFitIsNotGuessed(String text) {
        assertThatThrownBy(() -> plain.parse(Cell.text(text))).isInstanceOf(BadCellException.class);
    }

    @Test
    void otherSignsAreTheProfilesMatter() {
        assertThat(european.parse(Cell.text("1.409,50 €"))).isEqualByComparingTo("1409.50");
        assertThat(spaced.parse(Cell.text("1\u00A0409,50"))).isEqualByComparingTo("1409.50");
        assertThat(spaced.parse(Cell.text("1\u202F409,50"))).isEqualByComparingTo("1409.50");
        assertThat(european.parse(new Cell(Cell.Kind.NUMBER, "1409.5"))).isEqualByComparingTo("1409.5");
        assertThatThrownBy(() -> plain.parse(new Cell(Cell.Kind.ERROR, "#REF!")))
                .isInstanceOf(BadCellException.class);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2024-02-29", "1.3.2024, 2024-03-01", "20240301, 2024-03-01"})
    void datesAreReadInAnyOfTheFormats(String text, String date) {
        assertThat(dates.parse(Cell.text(text), false)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2024-13-01", "31.4.2024", "01/02/2024", "24-01-01", "42185", ""})
    void datesThatAreNoneAreNotGuessed(String text) {
        assertThatThrownBy(() -> dates.parse(Cell.text(text), false)).isInstanceOf(BadCellException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 1900-01-01",
        "59, false, 1900-02-28",
        "61, false, 1900-03-01",
        "42185, false, 2015-06-30",
        "42185.75, false, 2015-06-30",
        "40723, true, 2015-06-30",
        "20240301, false, 2024-03-01",
    })
    void dayNumbersOfSpreadsheetsAreDates(String number, boolean from1904, String date) {
        assertThat(dates.parse(new Cell(Cell.Kind.NUMBER, number), from1904)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "60", "-1", "99999999"})
    void dayNumbersThatNeverWereAreNot(String number) {
        assertThatThrownBy(() -> dates.parse(new Cell(Cell.Kind.NUMBER, number), false))
                .isInstanceOf(BadCellException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "total*, Total 2015, true",
        "*sum*, the SUM of all, true",
        "T?tal, total, true",
        "total, totals, false",
        "*a*a*a*b, aaaaaaaaaaaaaaaa, false",
        "*, '', true"
    })
    void patternsAreSimple(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }
}
