package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds accounts up per book. Not thread-safe. */
final class TrialSums {

    private record Book(String fund, int year, boolean memo, String currency) {}

    private record Total(BigDecimal debits, BigDecimal sum) {

        Total plus(Total other) {
            return new Total(debits.add(other.debits), sum.add(other.sum));
        }
    }

    private final Map<Book, Total> totals = new TreeMap<>(Comparator.comparing(Book::fund)
            .thenComparingInt(Book::year)
            .thenComparing(Book::memo)
            .thenComparing(Book::currency));
    private long accounts;

    void add(AccountBalance account) {
        accounts++;
        BigDecimal balance = account.balance();
        totals.merge(
                new Book(account.fund(), account.year(), account.kind().memo(), account.currency()),
                new Total(balance.max(BigDecimal.ZERO.setScale(balance.scale())), balance),
                Total::plus);
    }

    TrialBalance trialBalance() {
        List<TrialBalance.Sum> sums = new ArrayList<>();
        totals.forEach((book, total) -> sums.add(new TrialBalance.Sum(
                book.fund(), book.year(), book.memo(), book.currency(), total.debits(), total.sum())));
        return new TrialBalance(accounts, sums);
    }
}
