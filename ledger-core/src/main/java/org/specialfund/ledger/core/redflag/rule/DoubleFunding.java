package org.specialfund.ledger.core.redflag.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two funds pay for the same.
 *
 * <p>Formula: allocations of one unit for one project, or payments of one payee on one invoice, are of two funds or more.
 *
 * <p>Source: the office's supervision rules, "double funding". Not to be used where a major project is meant to draw on several funds:
 * dismiss it with that reason.
 */
public final class DoubleFunding implements Rule<DoubleFunding.Facts> {

    /**
     * What is funded.
     *
     * @param kind {@code project} or {@code invoice}
     * @param unit recipient or payee
     * @param value the project's number, or the invoice's
     */
    public record Facts(String kind, String unit, String value, List<Source> sources) {

        /** Copies the sources. */
        public Facts {
            sources = List.copyOf(sources);
        }
    }

    /** Where money for it comes from, and the event that says so. */
    public record Source(String entry, String fundCode) {}

    @Override
    public String name() {
        return "double-funding";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        Set<String> funds = facts.sources().stream().map(Source::fundCode).collect(Collectors.toSet());
        if (funds.size() < 2) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.sources().stream().map(Source::entry).toList())
                .with("kind", facts.kind())
                .with("unit", facts.unit())
                .with("value", facts.value())
                .with("funds", funds.stream().sorted().collect(Collectors.joining(", "))));
    }
}
