package org.specialfund.ledger.api.redflag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.projections.supervision.RulesFacts;

/** What rules judge by, fund by fund and day by day. Immutable. */
final class FundThresholds {

    private final Map<String, List<RulesFacts.Version>> versions;

    /** Of these versions, by fund, oldest first. */
    FundThresholds(List<RulesFacts.Version> versions) {
        this.versions = versions.stream().collect(Collectors.groupingBy(RulesFacts.Version::fundCode));
    }

    /** By the fund's rules in force on a day, the first ones before their own; the usual where there is no one fund. */
    Thresholds on(@Nullable String fundCode, LocalDate day) {
        List<RulesFacts.Version> ofFund = fundCode == null ? List.of() : versions.getOrDefault(fundCode, List.of());
        Map<String, BigDecimal> named =
                ofFund.isEmpty() ? Map.of() : ofFund.get(0).thresholds();
        for (RulesFacts.Version version : ofFund) {
            if (!version.appliesFrom().isAfter(day)) {
                named = version.thresholds();
            }
        }
        return named.isEmpty() ? Thresholds.USUAL : Thresholds.USUAL.but(named);
    }

    /** The greatest that any version of any fund ever named, or the usual: how far to look for neighbours. */
    int most(String name, int usual) {
        return versions.values().stream()
                .flatMap(List::stream)
                .mapToInt(version -> version.thresholds()
                        .getOrDefault(name, BigDecimal.valueOf(usual))
                        .intValueExact())
                .reduce(usual, Math::max);
    }
}
