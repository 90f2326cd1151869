package org.specialfund.ledger.projections.view;

/** SQL of an account's balance on both axes. */
final class BalanceOnDay {

    /** The latest checkpoint up to a position, and the postings since: see decision record 0010. */
    private static final String SQL = """
            (SELECT coalesce(sum(p.amount), 0) + coalesce(max(c.sum), 0)
             FROM (SELECT 1) one
             LEFT JOIN LATERAL (SELECT k.position, k.sums[width_bucket(%2$s, k.days)] AS sum
                FROM balance.checkpoint k WHERE k.account_id = a.id AND k.position <= %1$s
                ORDER BY k.position DESC LIMIT 1) c ON true
             LEFT JOIN balance.posting p ON p.account_id = a.id AND p.position > coalesce(c.position, -1)
                AND p.position <= %1$s AND p.effective_date <= %2$s)
            """;

    private BalanceOnDay() {}

    /** Of the account {@code a}; both parameters are SQL. */
    static String sql(String known, String day) {
        return SQL.formatted(known, day);
    }
}
