package org.specialfund.ledger.api.exporting;

import java.math.BigDecimal;
import java.util.ArrayList;
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

    private final Map<String, Map<AccountKind, BigDecimal>> ledger = new TreeMap<>();

    /** Adds an account of the trial balance. */
    void add(AccountBalance account) {
        ledger.computeIfAbsent(account.currency(), currency -> new EnumMap<>(AccountKind.class))
                .merge(account.kind(), account.balance(), BigDecimal::add);
    }

    /** By currency, in order: the ledger's sum of every kind of account. */
    Map<String, Map<AccountKind, BigDecimal>> totals() {
        return ledger;
    }

    /** Refuses a section that does not add up to the ledger, kind by kind and currency by currency. */
    void check(LadderGroup group, List<LadderRow> section) {
        Map<String, List<LadderRow>> rows = new TreeMap<>();
        ledger.keySet().forEach(currency -> rows.put(currency, new ArrayList<>()));
        section.forEach(row -> rows.computeIfAbsent(row.currency(), currency -> new ArrayList<>())
                .add(row));
        List<AccountKind> kinds = group.ofAllocations() ? OF_ALLOCATIONS : List.of(AccountKind.values());
        rows.forEach((currency, ofCurrency) -> kinds.forEach(kind -> check(currency, kind, ofCurrency)));
    }

    private void check(String currency, AccountKind kind, List<LadderRow> rows) {
        BigDecimal zero = Amounts.zero(currency);
        BigDecimal theirs = rows.stream().map(row -> row.sum(kind)).reduce(zero, BigDecimal::add);
        BigDecimal ours = of(currency, kind, zero);
        if (theirs.compareTo(ours) != 0) {
            throw new ProblemException(Problem.of(ProblemCode.STATISTICS_DIFFER)
                    .with("figure", kind.prefix())
                    .with("currency", currency)
                    .with("statistics", theirs)
                    .with("ledger", ours));
        }
    }

    private BigDecimal of(String currency, AccountKind kind, BigDecimal otherwise) {
        Map<AccountKind, BigDecimal> sums = ledger.get(currency);
        return sums == null ? otherwise : sums.getOrDefault(kind, otherwise);
    }
}
