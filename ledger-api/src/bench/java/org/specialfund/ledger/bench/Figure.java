package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param ours median of the rounds
 * @param theirs median of the rounds; null where there is no rival
 * @param target null where the figure is only stated
 * @param details what helps to judge it: samples, latencies, CPU
 */
record Figure(
        String name,
        double ours,
        @Nullable Double theirs,
        String unit,
        @Nullable Target target,
        Map<String, Object> details) {

    /** A figure without a rival. */
    static Figure stated(String name, double ours, String unit, Map<String, Object> details) {
        return new Figure(name, ours, null, unit, null, details);
    }

    @Nullable
    Double ratio() {
        return theirs == null ? null : ours / theirs;
    }

    /** {@code name ours theirs ratio unit}, then the target. */
    String line() {
        Double ratio = ratio();
        String line = String.join(
                " ",
                name,
                number(ours),
                theirs == null ? "-" : number(theirs),
                ratio == null ? "-" : number(ratio),
                unit);
        if (target == null) {
            return line;
        }
        double judged = Objects.requireNonNullElse(ratio, ours);
        return line + " (target " + target + (target.isReached(judged) ? ": reached)" : ": MISSED)");
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("ours", ours);
        json.put("theirs", theirs);
        json.put("ratio", ratio());
        json.put("unit", unit);
        json.put("target", target == null ? null : target.toString());
        json.put("details", details);
        return json;
    }

    /** Three digits are more than the machine is good for. */
    static String number(double value) {
        return value >= 1000
                ? Long.toString(Math.round(value))
                : new BigDecimal(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
