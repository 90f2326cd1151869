package org.specialfund.ledger.api.redflag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.specialfund.ledger.projections.supervision.PaymentRow;

/**
 * Windows of days in which payments may be one that was split: each ends with a day on which a fund paid a payee, and
 * holds, in order of days, what one person approved. Payments of one day share the window that ends with it, so a
 * payment is in as many windows as these have days, however many payments there are.
 */
final class SplitWindows {

    private SplitWindows() {}

    /**
     * The windows that hold a touched payment.
     *
     * @param around all payments that may be in them
     * @param days of a window, the first and the last included
     */
    static List<List<PaymentRow>> of(List<PaymentRow> touched, List<PaymentRow> around, int days) {
        Map<String, TreeSet<LocalDate>> touchedDays = touched.stream()
                .collect(Collectors.groupingBy(
                        SplitWindows::paid,
                        Collectors.mapping(PaymentRow::day, Collectors.toCollection(TreeSet::new))));
        List<List<PaymentRow>> windows = new ArrayList<>();
        List<PaymentRow> approved =
                around.stream().filter(row -> row.approver() != null).toList();
        Groups.of(approved, SplitWindows::paid).forEach((paid, rows) -> Groups.of(
                        rows, row -> String.valueOf(row.approver()))
                .values()
                .forEach(ofOne -> slide(ofOne, touchedDays.getOrDefault(paid, new TreeSet<>()), days, windows)));
        // windows that begin with the same payment raise one flag: that of the same one, in whatever order they came
        windows.sort(Comparator.comparing(window -> lastDay(window).get(0).reference()));
        return windows;
    }

    /** The payments with whose day a window ends, in order of references. */
    static List<PaymentRow> lastDay(List<PaymentRow> window) {
        LocalDate last = window.get(window.size() - 1).day();
        return window.stream().filter(row -> row.day().equals(last)).toList();
    }

    private static String paid(PaymentRow row) {
        return row.fundCode() + "/" + row.payee();
    }

    private static void slide(
            List<PaymentRow> rows, TreeSet<LocalDate> touched, int days, List<List<PaymentRow>> windows) {
        TreeMap<LocalDate, List<PaymentRow>> byDay = rows.stream()
                .sorted(Comparator.comparing(PaymentRow::reference))
                .collect(Collectors.groupingBy(PaymentRow::day, TreeMap::new, Collectors.toList()));
        for (LocalDate last : byDay.keySet()) {
            LocalDate first = last.minusDays(days - 1L);
            LocalDate latest = touched.floor(last);
            if (latest != null && !latest.isBefore(first)) {
                windows.add(byDay.subMap(first, true, last, true).values().stream()
                        .flatMap(Collection::stream)
                        .toList());
            }
        }
    }
}
