package org.specialfund.ledger.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How growth is shown: as a table, and as a picture with one panel a figure. */
final class GrowthReport {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 240;
    private static final int EDGE = 50;

    /** One panel. */
    private record Panel(String title, ToDoubleFunction<Growth.Row> figure) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("payments/s, 32 at once", Growth.Row::paymentsPerSecond),
            new Panel("resident memory, MB", Growth.Row::residentMegabytes),
            new Panel("rows an entry, random dates", Growth.Row::rowsAnEntryRandom),
            new Panel("rebuilt events/s, both axes", Growth.Row::rebuiltPerSecond));

    private GrowthReport() {}

    static String table(List<Growth.Row> rows) {
        StringBuilder table = new StringBuilder("""
                | events | payments/s | resident MB | rows an entry, ordered dates | random dates | bytes an event \
                | bytes of balances an entry | rebuilt events/s |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        for (Growth.Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f | %.0f | %.3f | %.3f | %.0f | %.0f | %,.0f |%n",
                    row.events(),
                    row.paymentsPerSecond(),
                    row.residentMegabytes(),
                    row.rowsAnEntryOrdered(),
                    row.rowsAnEntryRandom(),
                    row.bytesAnEvent(),
                    row.projectionBytesAnEntry(),
                    row.rebuiltPerSecond()));
        }
        return table.toString();
    }

    /** An SVG: events on a logarithmic axis, each figure from zero. */
    static String picture(List<Growth.Row> rows) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='11'>%n",
                WIDTH * 2,
                HEIGHT * 2));
        for (int i = 0; i < PANELS.size(); i++) {
            svg.append(String.format(Locale.ROOT, "<g transform='translate(%d,%d)'>%n", i % 2 * WIDTH, i / 2 * HEIGHT));
            panel(svg, PANELS.get(i), rows);
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Panel panel, List<Growth.Row> rows) {
        double most = rows.stream().mapToDouble(panel.figure()).max().orElse(1) * 1.1;
        double first = Math.log10(rows.get(0).events());
        double span = Math.max(0.1, Math.log10(rows.get(rows.size() - 1).events()) - first);
        text(svg, EDGE, 20, panel.title());
        int bottom = HEIGHT - 30;
        svg.append(String.format(
                Locale.ROOT, "<path d='M%d 30V%dH%d' fill='none' stroke='#888'/>%n", EDGE, bottom, WIDTH - 20));
        StringBuilder points = new StringBuilder();
        for (Growth.Row row : rows) {
            double value = panel.figure().applyAsDouble(row);
            double x = EDGE + (WIDTH - EDGE - 60) * (Math.log10(row.events()) - first) / span;
            double y = bottom - (bottom - 30) * value / most;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            text(svg, x + 4, y - 6, Figure.number(value));
            text(svg, x - 10, HEIGHT - 14, String.format(Locale.ROOT, "%,d", row.events()));
        }
        svg.append("<polyline fill='none' stroke='#1f77b4' stroke-width='2' points='" + points + "'/>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String text) {
        svg.append(String.format(Locale.ROOT, "<text x='%.1f' y='%.1f'>%s</text>%n", x, y, text));
    }
}
