package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.TrialBalance;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must hold of our ledger after every scenario; each throws where it does not. */
final class Checks {

    /** What a table says; without the numbers that accounts were given. */
    private static final String COLUMNS = """
            select string_agg('t.' || quote_ident(column_name), ', ' order by ordinal_position)
                || case when bool_or(column_name = 'account_id') then ', a.name' else '' end,
                case when bool_or(column_name = 'account_id') then ' join balance.account a on a.id = t.account_id'
                     else '' end
            from information_schema.columns
            where table_schema = ? and table_name = ? and (table_schema <> 'balance' or column_name <> 'id')""";

    /** Everything in a table, whatever the order of rows. */
    private static final String DIGEST =
            "select count(*) || ' ' || coalesce(sum(hashtextextended(row(%s)::text, 0)::numeric), 0) from %s.%s t%s";

    private final Ledger ledger;
    private final JdbcTemplate jdbc;

    Checks(Ledger ledger) {
        this.ledger = ledger;
        this.jdbc = ledger.jdbc();
    }

    /** Every book sums to zero. */
    void balanced() {
        TrialBalance trial = ledger.balances()
                .trialBalance(null, null, At.now(), account -> {})
                .answer();
        if (trial.sums().isEmpty() || !trial.balanced()) {
            throw new IllegalStateException("a book does not sum to zero: " + trial);
        }
    }

    /** Each payment that was acknowledged is there once, no other is, and they add up. */
    void once(Payers payers) {
        List<String> references = payers.references();
        Long missing = jdbc.queryForObject(
                "select count(*) from unnest(?::text[]) asked(reference) where not exists (select from ledger_event"
                        + " where stream = 'disbursement:' || lower(reference) and sequence = 0)",
                Long.class,
                (Object) references.toArray(new String[0]));
        Long recorded = jdbc.queryForObject(
                "select count(*) from ledger_event where stream like 'disbursement:p-%' and sequence = 0", Long.class);
        ledger.awaitProjections(ledger.head());
        BigDecimal moved = jdbc.queryForObject(
                "select sum(paid + held) from allocation.holding where allocation_no like 'ALLOCATION-%'",
                BigDecimal.class);
        if (missing == null
                || missing != 0
                || recorded == null
                || recorded != references.size()
                || moved == null
                || moved.compareTo(BigDecimal.valueOf(payers.cents(), 2)) != 0) {
            throw new IllegalStateException(references.size() + " payments of " + payers.cents() + " acknowledged, "
                    + recorded + " of " + moved + " recorded, " + missing + " missing");
        }
    }

    /** Computing projections anew from the events gives what is there. */
    void sameAfterRebuild(List<String> projections) throws InterruptedException {
        ledger.awaitProjections(ledger.head());
        for (String projection : projections) {
            Map<String, String> before = digests(projection);
            ledger.projections().rebuild(projection);
            Map<String, String> after = digests(projection);
            if (!after.equals(before)) {
                throw new IllegalStateException(projection + " was " + before + ", computed anew it is " + after);
            }
        }
    }

    private String digest(String schema, String table) {
        String digest = jdbc.queryForObject(
                COLUMNS,
                (row, n) -> DIGEST.formatted(
                        row.getString(1).replace("t.account_id, ", ""), schema, table, row.getString(2)),
                schema,
                table);
        return Objects.requireNonNull(digest);
    }

    private Map<String, String> digests(String schema) {
        Map<String, String> digests = new LinkedHashMap<>();
        jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<Void>) connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '2min'; set local transaction_timeout = '5min'");
                List<String> tables = jdbc.queryForList(
                        // Gaps are what is not there: a rebuild does not meet those that were given up.
                        "select tablename::text from pg_tables where schemaname = ? and tablename <> 'gap' order by 1",
                        String.class,
                        schema);
                for (String table : tables) {
                    try (var row = statement.executeQuery(digest(schema, table))) {
                        row.next();
                        digests.put(table, row.getString(1));
                    }
                }
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
            return null;
        });
        return digests;
    }
}
