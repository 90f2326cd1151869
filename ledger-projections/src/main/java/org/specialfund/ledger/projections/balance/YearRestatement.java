package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;

/**
 * What changed the figures of a fund year between two states of knowledge: the figures at each, computed for themselves,
 * and a page of the postings recorded in between.
 *
 * @param before null where nothing was known of the year
 * @param after null where nothing is
 * @param entries how many postings were recorded in between, on all pages
 * @param sums of all of them, by kind of account; kinds without any are missing
 * @param paidInYear of those to Paid, what counts up to the year's last day
 * @param rows in recorded order
 */
public record YearRestatement(
        @Nullable YearFigures before,
        @Nullable YearFigures after,
        long entries,
        Map<AccountKind, BigDecimal> sums,
        BigDecimal paidInYear,
        List<Restatement.Row> rows) {

    /** Copies. */
    public YearRestatement {
        sums = Map.copyOf(sums);
        rows = List.copyOf(rows);
    }

    /** Whether the postings make the difference, kind by kind. */
    public boolean agrees() {
        boolean kinds = Stream.of(AccountKind.values()).allMatch(kind -> {
            BigDecimal change = balance(after, kind).subtract(balance(before, kind));
            return change.compareTo(sums.getOrDefault(kind, BigDecimal.ZERO)) == 0;
        });
        BigDecimal paid = (after == null ? BigDecimal.ZERO : after.paidInYear())
                .subtract(before == null ? BigDecimal.ZERO : before.paidInYear());
        return kinds && paid.compareTo(paidInYear) == 0;
    }

    /** What the accounts of a kind hold: the givers are negative, which figures show without their sign. */
    private static BigDecimal balance(@Nullable YearFigures figures, AccountKind kind) {
        if (figures == null) {
            return BigDecimal.ZERO;
        }
        return switch (kind) {
            case APPROPRIATED -> figures.appropriated().negate();
            case CARRIED_IN -> figures.carriedIn().negate();
            case UNALLOCATED -> figures.unallocated();
            case AVAILABLE -> figures.available();
            case HELD -> figures.held();
            case PAID -> figures.paid();
            case REPAID -> figures.repaid();
            case RECLAIMED -> figures.reclaimed();
            case CARRIED_OUT -> figures.carriedOut();
            case CLAIMS -> figures.claimed().negate();
            case CLAIMED -> figures.claimed();
            case REPORTING -> figures.reported().negate();
            case REPORTED -> figures.reported();
        };
    }
}
