package org.specialfund.ledger.api.exporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.balance.AccountBalance;
import org.specialfund.ledger.projections.view.LadderGroup;
import org.specialfund.ledger.projections.view.LadderRow;

/**
 * Control totals: what the ledger's trial balance adds up to, and whether sections of the statistics add up to the
 * same. Not thread-safe.
 */
final class Statistics {

    /** Accounts that belong to an allocation, or are reported of one: a section by category has these only. */
    static final List<AccountKind> OF_ALLOCATIONS =
            List.of(AccountKind.AVAILABLE, AccountKind.HELD, AccountKind.PAID, AccountKind.REPORTED);

    private final Map<Sums, Map<AccountKind, BigDecimal>> ledger = new TreeMap<>();

    /** What may be added up: entrusted money never with any other, a currency never with another. */
    record Sums(String fundKind, String currency) implements Comparable<Sums> {

        @Override
        public int compareTo(Sums other) {
            return Comparator.comparing(Sums::fundKind)
                    .thenComparing(Sums::currency)
                    .compare(this, other);
        }
    }

    /** Adds an account of the trial balance, of a fund of that kind. */
    void add(AccountBalance account, String fundKind) {
        ledger.computeIfAbsent(new Sums(fundKind, account.currency()), sums -> new EnumMap<>(AccountKind.class))
                .merge(account.kind(), account.balance(), BigDecimal::add);
    }

    /** By kind of fund and currency, in order: the ledger's sum of every kind of account. */
    Map<Sums, Map<AccountKind, BigDecimal>> totals() {
        return ledger;
    }

    /** Refuses a section that does not add up to the ledger, for every kind of account, of fund, and currency. */
    void check(LadderGroup group, List<LadderRow> section) {
        Map<Sums, List<LadderRow>> rows = new TreeMap<>();
        ledger.keySet().forEach(sums -> rows.put(sums, new ArrayList<>()));
        section.forEach(row -> rows.computeIfAbsent(new Sums(row.fundKind(), row.currency()), sums -> new ArrayList<>())
                .add(row));
        List<AccountKind> kinds = group.ofAllocations() ? OF_ALLOCATIONS : List.of(AccountKind.values());
        rows.forEach((sums, ofSums) -> kinds.forEach(kind -> check(sums, kind, ofSums)));
    }

    private void check(Sums sums, AccountKind kind, List<LadderRow> rows) {
        String currency = sums.currency();
        BigDecimal zero = Amounts.zero(currency);
        BigDecimal theirs = rows.stream().map(row -> row.sum(kind)).reduce(zero, BigDecimal::add);
        BigDecimal ours = of(sums, kind, zero);
        if (theirs.compareTo(ours) != 0) {
            throw new ProblemException(Problem.of(ProblemCode.STATISTICS_DIFFER)
                    .with("figure", kind.prefix())
                    .with("currency", currency)
                    .with("statistics", theirs)
                    .with("ledger", ours));
        }
    }

    private BigDecimal of(Sums sums, AccountKind kind, BigDecimal otherwise) {
        Map<AccountKind, BigDecimal> known = ledger.get(sums);
        return known == null ? otherwise : known.getOrDefault(kind, otherwise);
    }
}
