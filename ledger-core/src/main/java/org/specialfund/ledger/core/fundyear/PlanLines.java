package org.specialfund.ledger.core.fundyear;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.shared.ExpectedVersion;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** The lines of a year's plan: ceilings, and what is committed under each. Not thread-safe. */
final class PlanLines {

    private final TreeMap<String, BigDecimal> ceilings = new TreeMap<>();
    private final TreeMap<String, BigDecimal> committed = new TreeMap<>();

    /** Refuses a version that was not seen, and ceilings below what is committed; a line left out has none. */
    void checkRevised(List<PlanLine> lines, @Nullable Integer expected, int version) {
        ExpectedVersion.check(expected, version);
        TreeMap<String, BigDecimal> revised = new TreeMap<>();
        lines.forEach(line -> revised.put(line.line(), line.ceiling()));
        committed.forEach((line, taken) -> {
            BigDecimal ceiling = revised.getOrDefault(line, BigDecimal.ZERO.setScale(taken.scale()));
            Guard.that(ceiling.compareTo(taken) >= 0, () -> Refusal.of(FundYearRefusals.CEILING_BELOW_COMMITTED)
                    .with("planLine", line)
                    .with("ceiling", ceiling)
                    .with("committed", taken));
        });
    }

    /** Refuses a line that the plan has not, and an amount beyond its ceiling; money without a line is free of both. */
    void checkTakes(@Nullable String line, BigDecimal amount, int year) {
        if (line == null) {
            return;
        }
        BigDecimal ceiling = Guard.present(ceilings.get(line), () -> Refusal.of(FundYearRefusals.UNKNOWN_PLAN_LINE)
                .with("planLine", line)
                .with("year", year));
        BigDecimal left = ceiling.subtract(committed.getOrDefault(line, BigDecimal.ZERO));
        Guard.that(amount.compareTo(left) <= 0, () -> Refusal.of(FundYearRefusals.PLAN_LINE_EXCEEDED)
                .with("planLine", line)
                .with("requested", amount)
                .with("ceiling", ceiling)
                .with("left", left));
    }

    void set(List<PlanLine> lines) {
        ceilings.clear();
        lines.forEach(line -> ceilings.put(line.line(), line.ceiling()));
    }

    void commit(@Nullable String line, BigDecimal change) {
        if (line != null) {
            committed.merge(line, change, BigDecimal::add);
        }
    }

    void move(@Nullable String from, @Nullable String to, BigDecimal amount) {
        commit(from, amount.negate());
        commit(to, amount);
    }
}
