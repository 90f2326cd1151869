package org.specialfund.ledger.projections.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specialfund.ledger.core.posting.AccountKind;

/** By what the execution ladder is added up. Funds of different kinds or currencies are never added together. */
public enum LadderGroup {
    FUND("fund", "b.fund", "NULL::integer", "NULL::text"),
    YEAR("year", "NULL::text", "b.year", "NULL::text"),
    FUND_YEAR("fund-year", "b.fund", "b.year", "NULL::text"),
    CATEGORY("category", "NULL::text", "NULL::integer", "l.category"),
    RECIPIENT("recipient", "NULL::text", "NULL::integer", "l.recipient");

    /** Spending reports added up by allocation; the account of the same name is of a whole year. */
    static final String REPORTED_BY_ALLOCATION = "reported-by-allocation";

    private final String word;
    private final String fund;
    private final String year;
    private final String name;

    LadderGroup(String word, String fund, String year, String name) {
        this.word = word;
        this.fund = fund;
        this.year = year;
        this.name = name;
    }

    /** The group of that word; none where there is no such. */
    public static Optional<LadderGroup> of(String word) {
        return Arrays.stream(values()).filter(group -> group.word.equals(word)).findFirst();
    }

    /** As in addresses. */
    public String word() {
        return word;
    }

    /** Whether it adds up allocations: budgets are then out of sight, and with them the execution rate. */
    public boolean ofAllocations() {
        return Set.of(CATEGORY, RECIPIENT).contains(this);
    }

    /** SQL of what makes a group. */
    String columns() {
        return fund + " AS fund_code, " + year + " AS year, " + name + " AS name";
    }

    /** Which accounts count. */
    String[] kinds() {
        if (ofAllocations()) {
            return new String[] {
                AccountKind.AVAILABLE.prefix(),
                AccountKind.HELD.prefix(),
                AccountKind.PAID.prefix(),
                REPORTED_BY_ALLOCATION
            };
        }
        return List.of(AccountKind.values()).stream().map(AccountKind::prefix).toArray(String[]::new);
    }
}
