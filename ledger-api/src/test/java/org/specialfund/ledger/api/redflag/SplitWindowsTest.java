package org.specialfund.ledger.api.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.projections.supervision.PaymentRow;

/** The windows are those of their definition, which looks at every payment beside every other. */
class SplitWindowsTest {

    private static final int DAYS = 7;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areThoseThatEndWithAPaymentAndHoldATouchedOne(long seed) {
        Random random = new Random(seed);
        List<PaymentRow> all =
                IntStream.range(0, 150).mapToObj(i -> payment(i, random)).toList();
        List<PaymentRow> touched =
                all.stream().filter(row -> random.nextInt(20) == 0).toList();

        TreeMap<String, List<String>> windows = new TreeMap<>();
        SplitWindows.of(touched, all, DAYS).forEach(window -> SplitWindows.lastDay(window)
                .forEach(last -> assertThat(windows.put(last.reference(), references(window)))
                        .isNull()));

        assertThat(windows).isEqualTo(byDefinition(touched, all)).isNotEmpty();
    }

    private static TreeMap<String, List<String>> byDefinition(List<PaymentRow> touched, List<PaymentRow> all) {
        TreeMap<String, List<String>> windows = new TreeMap<>();
        for (PaymentRow last : all) {
            if (last.approver() != null && touched.stream().anyMatch(row -> isBefore(row, last))) {
                windows.put(
                        last.reference(),
                        references(all.stream()
                                .filter(row -> isBefore(row, last) && Objects.equals(row.approver(), last.approver()))
                                .sorted(Comparator.comparing(PaymentRow::day).thenComparing(PaymentRow::reference))
                                .toList()));
            }
        }
        return windows;
    }

    private static boolean isBefore(PaymentRow row, PaymentRow last) {
        return row.payee().equals(last.payee())
                && row.fundCode().equals(last.fundCode())
                && !row.day().isAfter(last.day())
                && row.day().isAfter(last.day().minusDays(DAYS));
    }

    private static List<String> references(List<PaymentRow> rows) {
        return rows.stream().map(PaymentRow::reference).toList();
    }

    private static PaymentRow payment(int number, Random random) {
        String reference = "R" + random.nextInt(1_000) + "-" + number;
        return new PaymentRow(
                List.of(),
                reference,
                "F" + random.nextInt(2),
                2026,
                "T:" + random.nextInt(2),
                "T:0",
                BigDecimal.ONE,
                "CNY",
                BigDecimal.ZERO,
                LocalDate.of(2026, 3, 1).plusDays(random.nextInt(60)),
                true,
                null,
                random.nextInt(5) == 0 ? null : "approver-" + random.nextInt(2),
                null,
                null,
                null);
    }
}
