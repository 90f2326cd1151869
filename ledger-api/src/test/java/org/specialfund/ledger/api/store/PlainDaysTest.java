package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class PlainDaysTest {

    private static final TypeReference<TreeMap<LocalDate, Integer>> BY_DAY = new TypeReference<>() {};

    private final JsonMapper mapper = LedgerJson.mapper();

    @Test
    void every_day_is_read_as_it_was_written() {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        for (LocalDate day = LocalDate.of(1896, 1, 1); day.getYear() < 2105; day = day.plusDays(1)) {
            days.put(day, day.getDayOfMonth());
        }
        days.put(LocalDate.of(0, 1, 1), 1);
        days.put(LocalDate.of(9999, 12, 31), 31);

        for (LocalDate day : days.keySet()) {
            assertThat(PlainDays.day(day.toString())).isEqualTo(day);
            assertThat(mapper.readValue('"' + day.toString() + '"', LocalDate.class))
                    .isEqualTo(day);
        }
        assertThat(mapper.readValue(mapper.writeValueAsBytes(days), BY_DAY)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-31", "-0001-02-03"})
    void a_day_of_a_distant_year_is_left_to_the_library(String text) {
        assertThat(PlainDays.day(text)).isNull();
        assertThat(mapper.readValue('"' + text + '"', LocalDate.class)).isEqualTo(LocalDate.parse(text));
        assertThat(mapper.readValue("{\"" + text + "\":1}", BY_DAY)).isEqualTo(Map.of(LocalDate.parse(text), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-13-01",
                "2026-00-01",
                "2026-01-00",
                "2026-04-31",
                "2026/01/31",
                "2026-1-31",
                "2026-01-3 ",
                "202a-01-31",
                "２０２６-01-31",
                "2026-01-31x"
            })
    void what_is_no_day_is_refused(String text) {
        assertThat(PlainDays.day(text)).isNull();
        assertThatThrownBy(() -> mapper.readValue('"' + text + '"', LocalDate.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> mapper.readValue("{\"" + text + "\":1}", BY_DAY))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void neither_is_anything_but_a_text() {
        assertThatThrownBy(() -> mapper.readValue("true", LocalDate.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> mapper.readValue("{}", LocalDate.class)).isInstanceOf(JacksonException.class);
    }
}
