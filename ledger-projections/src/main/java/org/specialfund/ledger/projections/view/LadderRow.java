package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;

/**
 * A step-by-step account of what became of money: appropriated → allocated → held → paid → reported spent → accepted.
 *
 * @param fundKind {@code regular} or {@code entrusted}: their books never mix
 * @param fundCode and {@code year}, {@code name}: what the group is of; null where it is not of that
 * @param name the category or recipient; null for allocations without a category
 * @param sums of the accounts by kind, with the digits of the currency
 * @param paidInYear paid net, up to each year's last day: what comes back later does not change it
 * @param accepted paid net by allocations whose project is accepted
 */
public record LadderRow(
        LadderGroup group,
        String fundKind,
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String name,
        String currency,
        Map<AccountKind, BigDecimal> sums,
        BigDecimal paidInYear,
        BigDecimal accepted) {

    /** Copies the sums. */
    public LadderRow {
        sums = Map.copyOf(sums);
    }

    /** The accounts of that kind, zero where the group has none; the sign is the account's. */
    public BigDecimal sum(AccountKind kind) {
        return sums.getOrDefault(kind, Amounts.zero(currency));
    }

    /** Available + held + paid: all that allocations answer for. */
    public BigDecimal allocated() {
        return sum(AccountKind.AVAILABLE).add(sum(AccountKind.HELD)).add(sum(AccountKind.PAID));
    }

    /** Appropriated, increased and reduced; null for groups of allocations. */
    public @Nullable BigDecimal appropriated() {
        return group.ofAllocations() ? null : sum(AccountKind.APPROPRIATED).negate();
    }

    /** Carried in, with what a ledger that began in mid-life opened with; null for groups of allocations. */
    public @Nullable BigDecimal carriedIn() {
        return group.ofAllocations() ? null : sum(AccountKind.CARRIED_IN).negate();
    }

    /**
     * Execution rate (拨付率): paid in the year ÷ (appropriated ± adjusted + carried in); null, "n/a", where that is zero,
     * and for groups of allocations.
     */
    public @Nullable BigDecimal executionRate() {
        return group.ofAllocations()
                ? null
                : Rates.of(
                        paidInYear,
                        sum(AccountKind.APPROPRIATED)
                                .add(sum(AccountKind.CARRIED_IN))
                                .negate());
    }

    /** Spending rate (支出率): reported as spent ÷ paid; null, "n/a", where nothing was paid. */
    public @Nullable BigDecimal spendingRate() {
        return Rates.of(sum(AccountKind.REPORTED), sum(AccountKind.PAID));
    }

    /** Paid ÷ allocated; null, "n/a", where nothing was allocated. */
    public @Nullable BigDecimal paidOfAllocated() {
        return Rates.of(sum(AccountKind.PAID), allocated());
    }
}
