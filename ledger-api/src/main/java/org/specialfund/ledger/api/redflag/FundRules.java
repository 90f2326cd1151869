package org.specialfund.ledger.api.redflag;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.projections.supervision.RulesFacts;

/** What the rules of funds say of supervision, fund by fund and day by day. Immutable. */
final class FundRules {

    /** Of what was recorded before a fund had rules. */
    private static final String USUAL_ZONE = "Asia/Shanghai";

    private final Map<String, List<RulesFacts.Version>> versions;

    /** Of these versions, by fund, oldest first. */
    FundRules(List<RulesFacts.Version> versions) {
        this.versions = versions.stream().collect(Collectors.groupingBy(RulesFacts.Version::fundCode));
    }

    /** By the fund's rules in force on a day, the first ones before their own; the usual where there is no one fund. */
    Thresholds thresholds(@Nullable String fundCode, LocalDate day) {
        List<RulesFacts.Version> ofFund = of(fundCode);
        return inForce(ofFund, day)
                .or(() -> ofFund.stream().findFirst())
                .map(RulesFacts.Version::thresholds)
                .filter(named -> !named.isEmpty())
                .map(Thresholds.USUAL::but)
                .orElse(Thresholds.USUAL);
    }

    /** For approval, by the rules in force on a day; null where they name none. */
    @Nullable
    BigDecimal limit(String fundCode, LocalDate day) {
        return inForce(of(fundCode), day).map(RulesFacts.Version::limit).orElse(null);
    }

    /** Whether any version ever named a limit for approval. */
    boolean everLimited(String fundCode) {
        return of(fundCode).stream().anyMatch(version -> version.limit() != null);
    }

    /** Of the rules in force on a day; empty where none were. */
    String timeZone(String fundCode, LocalDate day) {
        return inForce(of(fundCode), day).map(RulesFacts.Version::timeZone).orElse("");
    }

    /** The day of an instant, in the time zone of the rules in force on another day. */
    LocalDate dayOf(Instant instant, String fundCode, LocalDate on) {
        String zone = timeZone(fundCode, on);
        return LocalDate.ofInstant(instant, ZoneId.of(zone.isEmpty() ? USUAL_ZONE : zone));
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

    private List<RulesFacts.Version> of(@Nullable String fundCode) {
        return fundCode == null ? List.of() : versions.getOrDefault(fundCode, List.of());
    }

    private static Optional<RulesFacts.Version> inForce(List<RulesFacts.Version> ofFund, LocalDate day) {
        for (int i = ofFund.size() - 1; i >= 0; i--) {
            if (!ofFund.get(i).appliesFrom().isAfter(day)) {
                return Optional.of(ofFund.get(i));
            }
        }
        return Optional.empty();
    }
}
