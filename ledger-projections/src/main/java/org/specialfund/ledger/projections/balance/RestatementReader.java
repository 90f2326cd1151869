package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads what was recorded between two positions, within a snapshot. Goes by the key of the postings: an account's costs
 * as much as it got postings in between, a year's a look-up for each of its accounts besides.
 */
final class RestatementReader {

    private static final String OF_ACCOUNT = """
            FROM balance.posting p
            WHERE p.account_id = ? AND p.position <= ? AND p.effective_date <= coalesce(?::date, 'infinity')
              AND (p.position, p.leg) > (?, ?)
            """;

    /** OFFSET 0 keeps the accounts outside: each is looked up by the key of its postings. */
    private static final String OF_YEAR = """
            FROM balance.account a CROSS JOIN LATERAL (
                SELECT * FROM balance.posting f
                WHERE f.account_id = a.id AND f.position <= ? AND f.effective_date <= coalesce(?::date, 'infinity')
                  AND (f.position, f.leg) > (?, ?) OFFSET 0) p
            WHERE a.fund = ? AND a.year = ?
            """;

    /** Greater than any leg: all of its position lies before. */
    private static final int PAST_ALL = Integer.MAX_VALUE;

    private final JdbcTemplate jdbc;
    private final BiFunction<String, At, Optional<Balances.Found>> balances;

    private record Sum(long entries, BigDecimal amount) {}

    RestatementReader(JdbcTemplate jdbc, BiFunction<String, At, Optional<Balances.Found>> balances) {
        this.jdbc = jdbc;
        this.balances = balances;
    }

    Optional<Restatement> read(String account, RestatementQuery query, long known) {
        long from = Math.min(query.knownFrom(), known);
        return balances.apply(account, new At(query.asOf(), known)).map(found -> {
            BigDecimal before = balances.apply(account, new At(query.asOf(), from))
                    .orElseThrow()
                    .balance()
                    .balance();
            int digits = Amounts.digits(found.balance().currency());
            Sum all = sum(found.id(), query.asOf(), from, known);
            BigDecimal carried = before;
            if (query.after() != null) {
                Sum left = sumAfter(found.id(), query.asOf(), query.after(), known);
                carried = before.add(all.amount()).subtract(left.amount());
            }
            return new Restatement(
                    found.balance(),
                    before,
                    all.entries(),
                    all.amount().setScale(digits),
                    carried.setScale(digits),
                    rows(found, query, known));
        });
    }

    /** A page of an account's postings, without any sum. */
    List<Restatement.Row> rows(Balances.Found account, RestatementQuery query, long known) {
        PostingPlace after = after(query, known);
        return jdbc.query(
                "SELECT p.position, p.leg, p.effective_date, p.amount " + OF_ACCOUNT
                        + " ORDER BY p.position, p.leg LIMIT ?",
                row(account.balance().account(), account.balance().currency()),
                account.id(),
                known,
                date(query.asOf()),
                after.position(),
                after.leg(),
                query.limit());
    }

    private Sum sum(long id, @Nullable LocalDate asOf, long from, long known) {
        return sumAfter(id, asOf, new PostingPlace(from, PAST_ALL), known);
    }

    private Sum sumAfter(long id, @Nullable LocalDate asOf, PostingPlace after, long known) {
        return jdbc.query(
                        "SELECT count(*), coalesce(sum(p.amount), 0) " + OF_ACCOUNT,
                        (row, n) -> new Sum(row.getLong(1), row.getBigDecimal(2)),
                        id,
                        known,
                        date(asOf),
                        after.position(),
                        after.leg())
                .get(0);
    }

    YearRestatement year(
            String fund, int year, LocalDate lastDay, RestatementQuery query, long known, FiguresReader figures) {
        long from = Math.min(query.knownFrom(), known);
        YearFigures before =
                figures.read(fund, year, lastDay, new At(query.asOf(), from)).orElse(null);
        YearFigures now =
                figures.read(fund, year, lastDay, new At(query.asOf(), known)).orElse(null);
        Map<AccountKind, BigDecimal> sums = new EnumMap<>(AccountKind.class);
        long[] entries = {0};
        BigDecimal[] paidInYear = {BigDecimal.ZERO};
        jdbc.query(
                "SELECT a.kind, count(*), sum(p.amount), coalesce(sum(p.amount) FILTER (WHERE p.effective_date <= ?), 0) "
                        + OF_YEAR + " GROUP BY a.kind",
                row -> {
                    AccountKind kind = AccountKind.of(row.getString(1));
                    entries[0] += row.getLong(2);
                    sums.put(kind, row.getBigDecimal(3));
                    if (kind == AccountKind.PAID) {
                        paidInYear[0] = row.getBigDecimal(4);
                    }
                },
                Date.valueOf(lastDay),
                known,
                date(query.asOf()),
                from,
                PAST_ALL,
                fund,
                year);
        PostingPlace after = after(query, known);
        List<Restatement.Row> rows = jdbc.query(
                "SELECT a.name, a.currency, p.position, p.leg, p.effective_date, p.amount " + OF_YEAR
                        + " ORDER BY p.position, p.leg LIMIT ?",
                (row, n) ->
                        row(row.getString("name"), row.getString("currency")).mapRow(row, n),
                known,
                date(query.asOf()),
                after.position(),
                after.leg(),
                fund,
                year,
                query.limit());
        return new YearRestatement(before, now, entries[0], sums, paidInYear[0], rows);
    }

    private static PostingPlace after(RestatementQuery query, long known) {
        return query.after() == null ? new PostingPlace(Math.min(query.knownFrom(), known), PAST_ALL) : query.after();
    }

    private static RowMapper<Restatement.Row> row(String account, String currency) {
        int digits = Amounts.digits(currency);
        return (row, n) -> new Restatement.Row(
                row.getLong("position"),
                row.getInt("leg"),
                account,
                row.getObject("effective_date", LocalDate.class),
                row.getBigDecimal("amount").setScale(digits));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
