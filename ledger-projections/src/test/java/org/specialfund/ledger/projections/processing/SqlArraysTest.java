package org.specialfund.ledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.projections.TestDatabase;

class SqlArraysTest {

    private static final int MANY = 5_000;

    @Test
    void fewRowsByArraysAndManyByCopyAreTheSame() {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.jdbc().execute("""
                            CREATE TABLE few (n bigint, t text, b bigint, a numeric, d date, at timestamptz,
                                texts text[], sums numeric[]);
                            CREATE TABLE many (LIKE few)
                            """);
            SqlArrays few = rows();
            SqlArrays many = rows();
            for (int n = 0; n < MANY; n++) {
                many.add(row(n));
                few.add(row(n));
                if (n % 100 == 99) {
                    few.insert(database.jdbc(), "few");
                    few = rows();
                }
            }
            many.insert(database.jdbc(), "many");

            assertThat(all(database, "many")).hasSize(MANY).isEqualTo(all(database, "few"));
        }
    }

    private static SqlArrays rows() {
        return SqlArrays.of(
                "n bigint",
                "t text",
                "b bigint",
                "a numeric",
                "d date",
                "at timestamptz",
                "texts text[]",
                "sums numeric[]");
    }

    private static Object[] row(int n) {
        List<String> texts = Arrays.asList(
                "plain", "a\\b\t'\"\r\n{}", "\\N", "锡财预〔2024〕15号\\\t\n", "", "\\.", null, "x".repeat(300));
        List<Long> numbers = Arrays.asList(0L, -1L, 10L, Long.MAX_VALUE, Long.MIN_VALUE, null, 1234567890123L);
        List<String> amounts = Arrays.asList("0.00", "-0.05", "1409.50", "1E+3", "0.0000000", "-12", null);
        String amount = amounts.get(n % amounts.size());
        List<Object> elements =
                new ArrayList<>(List.of("paid.A.B%3A", "\"quoted\"", "back\\slash", "{,}", "NULL", "市"));
        return new Object[] {
            (long) n,
            texts.get(n % texts.size()),
            numbers.get(n % numbers.size()),
            amount == null ? null : new BigDecimal(amount),
            n % 5 == 0 ? null : LocalDate.of(2025, 1, 1).plusDays(n),
            n % 3 == 0 ? null : Instant.ofEpochSecond(n, 123_456_000),
            n % 4 == 0 ? null : elements.subList(0, n % 7),
            n % 6 == 0 ? null : List.of(new BigDecimal("1.00"), new BigDecimal("-2.50"))
        };
    }

    private static List<String> all(TestDatabase database, String table) {
        return database.jdbc().queryForList("SELECT t::text FROM %s t ORDER BY n".formatted(table), String.class);
    }
}
