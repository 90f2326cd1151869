package org.specialfund.ledger.api.supervision;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.projections.view.LadderGroup;
import org.specialfund.ledger.projections.view.LadderRow;

/**
 * A step-by-step account of a group's money; the formulas are in {@link LadderRow}. Absent is "n/a".
 *
 * @param fundKind {@code regular} or {@code entrusted}: their books never mix
 * @param category absent for allocations without one too
 * @param appropriated with what was increased and reduced; absent by category and recipient, as are {@code carriedIn},
 *     {@code unallocated} and {@code executionRate}: budgets have neither
 * @param allocated available + held + paid
 * @param paid net of what came back
 * @param paidInYear the same up to each year's last day
 * @param reported by recipients as spent
 * @param accepted paid by allocations whose project is accepted
 * @param executionRate paid in the year ÷ (appropriated + carried in)
 * @param spendingRate reported ÷ paid
 * @param paidOfAllocated paid ÷ allocated
 */
record LadderLine(
        String fundKind,
        String currency,
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String category,
        @Nullable String recipient,
        @Nullable BigDecimal appropriated,
        @Nullable BigDecimal carriedIn,
        @Nullable BigDecimal unallocated,
        BigDecimal allocated,
        BigDecimal held,
        BigDecimal paid,
        BigDecimal paidInYear,
        BigDecimal reported,
        BigDecimal accepted,
        @Nullable BigDecimal executionRate,
        @Nullable BigDecimal spendingRate,
        @Nullable BigDecimal paidOfAllocated) {

    /** By what lines are sorted; {@code group} is the order of the group itself. */
    static final Map<String, Function<LadderLine, @Nullable BigDecimal>> SORTS = Map.of(
            "appropriated", LadderLine::appropriated,
            "allocated", LadderLine::allocated,
            "held", LadderLine::held,
            "paid", LadderLine::paid,
            "reported", LadderLine::reported,
            "accepted", LadderLine::accepted,
            "executionRate", LadderLine::executionRate,
            "spendingRate", LadderLine::spendingRate,
            "paidOfAllocated", LadderLine::paidOfAllocated);

    static LadderLine of(LadderRow row) {
        boolean ofAllocations = row.group().ofAllocations();
        return new LadderLine(
                row.fundKind(),
                row.currency(),
                row.fundCode(),
                row.year(),
                row.group() == LadderGroup.CATEGORY ? row.name() : null,
                row.group() == LadderGroup.RECIPIENT ? row.name() : null,
                row.appropriated(),
                row.carriedIn(),
                ofAllocations ? null : row.sum(AccountKind.UNALLOCATED),
                row.allocated(),
                row.sum(AccountKind.HELD),
                row.sum(AccountKind.PAID),
                row.paidInYear(),
                row.sum(AccountKind.REPORTED),
                row.accepted(),
                row.executionRate(),
                row.spendingRate(),
                row.paidOfAllocated());
    }

    /** What a line is of; no two of an answer have the same. */
    String key() {
        return String.join(
                "/",
                fundKind,
                currency,
                Objects.requireNonNullElse(fundCode, ""),
                year == null ? "" : Integer.toString(year),
                Objects.requireNonNullElse(category, ""),
                Objects.requireNonNullElse(recipient, ""));
    }

    /** The order of that word, backwards with a minus in front; what is absent comes last in both. */
    static Comparator<LadderLine> order(String sort) {
        boolean backwards = sort.startsWith("-");
        String word = backwards ? sort.substring(1) : sort;
        Comparator<LadderLine> byKey = Comparator.comparing(LadderLine::key);
        Function<LadderLine, @Nullable BigDecimal> figure = SORTS.get(word);
        if (figure == null) {
            return backwards ? byKey.reversed() : byKey;
        }
        Comparator<BigDecimal> up = Comparator.naturalOrder();
        return Comparator.comparing(figure, Comparator.nullsLast(backwards ? up.reversed() : up))
                .thenComparing(byKey);
    }
}
