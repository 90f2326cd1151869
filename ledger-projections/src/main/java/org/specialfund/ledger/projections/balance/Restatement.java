package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What changed an account's balance between two states of knowledge: the balance at each, computed for itself, and a
 * page of the postings recorded in between.
 *
 * @param account with the balance as known at the end
 * @param before the balance as known at the beginning
 * @param entries how many postings were recorded in between, on all pages
 * @param sum of all of them
 * @param carried {@code before} and all postings up to the page
 * @param rows in recorded order
 */
public record Restatement(
        AccountBalance account, BigDecimal before, long entries, BigDecimal sum, BigDecimal carried, List<Row> rows) {

    /** Copies the rows. */
    public Restatement {
        rows = List.copyOf(rows);
    }

    /** Whether the postings make the difference. */
    public boolean agrees() {
        return before.add(sum).compareTo(account.balance()) == 0;
    }

    /**
     * One posting.
     *
     * @param leg its number within the event, from 0
     */
    public record Row(long position, int leg, String account, LocalDate effectiveDate, BigDecimal amount) {}
}
