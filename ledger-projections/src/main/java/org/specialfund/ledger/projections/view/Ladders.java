package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The execution ladder on both axes. Costs a few look-ups for every account of the books that are asked for, by index.
 * Thread-safe.
 */
public final class Ladders {

    /** A project is accepted by its event, so that this is known as of a day and at a position too. */
    private static final String SQL = """
            WITH d AS MATERIALIZED (SELECT ?::bigint AS known, ?::date AS day),
            accepted AS MATERIALIZED (
                SELECT DISTINCT substr(h.stream, length('project:') + 1) AS project
                FROM d CROSS JOIN mentioned('type:project.acceptance-recorded') JOIN history.event h USING (position)
                WHERE h.position <= d.known AND h.effective_date <= d.day),
            book AS MATERIALIZED (
                SELECT a.kind, a.fund, a.year, a.allocation, a.currency, %1$s AS balance,
                       CASE WHEN a.kind = 'paid' THEN %2$s END AS in_year
                FROM d CROSS JOIN balance.account a
                JOIN fund.year y ON y.fund_code = a.fund AND y.year = a.year
                WHERE %5$s
                  AND EXISTS (SELECT FROM balance.posting f WHERE f.account_id = a.id AND f.position <= d.known)
                UNION ALL
                SELECT '%3$s', u.fund_code, u.year, u.allocation_no, y.currency, sum(u.amount), NULL
                FROM d CROSS JOIN disbursement.follow_up u JOIN fund.year y USING (fund_code, year)
                WHERE u.kind = 'spending-report' AND u.position <= d.known AND u.effective_date <= d.day AND %6$s
                GROUP BY u.fund_code, u.year, u.allocation_no, y.currency)
            SELECT f.kind AS fund_kind, %4$s, b.currency, b.kind, sum(b.balance) AS balance,
                   sum(b.in_year) AS in_year, sum(b.balance) FILTER (WHERE c.project IS NOT NULL) AS accepted
            FROM book b JOIN fund.fund f ON f.code = b.fund
            LEFT JOIN allocation.allocation l ON l.allocation_no = b.allocation
            LEFT JOIN accepted c ON c.project = lower(l.project_no)
            WHERE b.kind = ANY (?) GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    private record Key(
            String fundKind,
            @Nullable String fundCode,
            @Nullable Integer year,
            @Nullable String name,
            String currency) {}

    /** Reads the tables of balances, funds, allocations, payments and the history. */
    public Ladders(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel =
                new ReadModel(List.of("balance", "fund", "allocation", "disbursement", "history"), jdbc, transactions);
    }

    /** The ladder of each group that has any posting by then, in order of the group. */
    public Answered<List<LadderRow>> by(LadderGroup group, Scope scope) {
        Conditions accounts =
                new Conditions().and("a.fund = ?", scope.fundCode()).and("a.year = ?", scope.year());
        Conditions reports =
                new Conditions().and("u.fund_code = ?", scope.fundCode()).and("u.year = ?", scope.year());
        String sql = SQL.formatted(
                BalanceOnDay.sql("d.known", "d.day"),
                BalanceOnDay.sql("d.known", "least(d.day, y.last_day)"),
                LadderGroup.REPORTED_BY_ALLOCATION,
                group.columns(),
                accounts.sql(),
                reports.sql());
        return readModel.stream(reached -> {
            long known = scope.known(reached);
            Map<Key, Folding> groups = new LinkedHashMap<>();
            List<Object> values = new ArrayList<>(List.of(known, scope.day()));
            values.addAll(List.of(accounts.values()));
            values.addAll(List.of(reports.values()));
            values.add(group.kinds());
            jdbc.query(
                    sql,
                    row -> {
                        groups.computeIfAbsent(key(row), key -> new Folding(group, key))
                                .add(row);
                    },
                    values.toArray());
            return new Answered<>(groups.values().stream().map(Folding::row).toList(), known);
        });
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getString("fund_kind"),
                row.getString("fund_code"),
                row.getObject("year", Integer.class),
                row.getString("name"),
                row.getString("currency"));
    }

    /** One row a kind of account, folded into one a group. */
    private static final class Folding {

        private final LadderGroup group;
        private final Key key;
        private final Map<AccountKind, BigDecimal> sums = new EnumMap<>(AccountKind.class);
        private BigDecimal paidInYear;
        private BigDecimal accepted;

        Folding(LadderGroup group, Key key) {
            this.group = group;
            this.key = key;
            this.paidInYear = Amounts.zero(key.currency());
            this.accepted = paidInYear;
        }

        void add(ResultSet row) throws SQLException {
            String kind = row.getString("kind");
            AccountKind account =
                    kind.equals(LadderGroup.REPORTED_BY_ALLOCATION) ? AccountKind.REPORTED : AccountKind.of(kind);
            sums.put(account, exact(row.getBigDecimal("balance")));
            if (account == AccountKind.PAID) {
                paidInYear = exact(row.getBigDecimal("in_year"));
                accepted = exact(row.getBigDecimal("accepted"));
            }
        }

        private BigDecimal exact(@Nullable BigDecimal amount) {
            int digits = Amounts.digits(key.currency());
            return amount == null ? Amounts.zero(key.currency()) : amount.setScale(digits);
        }

        LadderRow row() {
            return new LadderRow(
                    group,
                    key.fundKind(),
                    key.fundCode(),
                    key.year(),
                    key.name(),
                    key.currency(),
                    sums,
                    paidInYear,
                    accepted);
        }
    }
}
