package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the accounts add up to.
 *
 * @param accounts how many
 * @param sums per book: each must be zero
 */
public record TrialBalance(long accounts, List<Sum> sums) {

    /** Copies the sums. */
    public TrialBalance {
        sums = List.copyOf(sums);
    }

    /** Whether every book sums to zero. */
    public boolean balanced() {
        return sums.stream().allMatch(sum -> sum.sum().signum() == 0);
    }

    /**
     * The sum of a fund year's accounts.
     *
     * @param memo whether it is that of the memo accounts, which stand outside the year's sum
     * @param debits the sum of the accounts above zero
     * @param sum zero in a ledger that is right
     */
    public record Sum(String fund, int year, boolean memo, String currency, BigDecimal debits, BigDecimal sum) {}
}
