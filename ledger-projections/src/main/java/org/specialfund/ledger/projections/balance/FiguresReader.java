package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums a fund year's accounts by kind, within a snapshot. */
final class FiguresReader {

    private static final String BY_KIND = """
            SELECT kind, currency, sum(balance) AS sum
            FROM (SELECT a.kind, a.currency, %s AS balance
                  FROM balance.account a CROSS JOIN (SELECT ?::bigint AS known, ?::date AS day) d
                  WHERE a.fund = ? AND a.year = ?) t
            WHERE balance IS NOT NULL GROUP BY kind, currency
            """;

    private static final String PAID_AFTER = """
            SELECT coalesce(sum(p.amount), 0)
            FROM balance.account a JOIN balance.posting p ON p.account_id = a.id
            WHERE a.fund = ? AND a.year = ? AND a.kind = 'paid'
              AND p.effective_date > ? AND p.effective_date <= coalesce(?::date, 'infinity') AND p.position <= ?
            """;

    private final JdbcTemplate jdbc;
    private final String balance;

    /** {@code balance} is the SQL of an account's balance. */
    FiguresReader(JdbcTemplate jdbc, String balance) {
        this.jdbc = jdbc;
        this.balance = balance;
    }

    Optional<YearFigures> read(String fund, int year, LocalDate lastDay, At at) {
        Date day = at.asOf() == null ? null : Date.valueOf(at.asOf());
        Map<AccountKind, BigDecimal> sums = new EnumMap<>(AccountKind.class);
        String[] currency = {""};
        jdbc.query(
                BY_KIND.formatted(balance),
                row -> {
                    currency[0] = row.getString("currency");
                    BigDecimal sum = row.getBigDecimal("sum").setScale(Amounts.digits(currency[0]));
                    sums.put(AccountKind.of(row.getString("kind")), sum);
                },
                at.knownAt(),
                day,
                fund,
                year);
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal after =
                jdbc.queryForObject(PAID_AFTER, BigDecimal.class, fund, year, Date.valueOf(lastDay), day, at.knownAt());
        return Optional.of(figures(fund, year, currency[0], sums, after == null ? BigDecimal.ZERO : after));
    }

    private static YearFigures figures(
            String fund, int year, String currency, Map<AccountKind, BigDecimal> sums, BigDecimal paidAfter) {
        BigDecimal zero = Amounts.zero(currency);
        BigDecimal paid = sums.getOrDefault(AccountKind.PAID, zero);
        return new YearFigures(
                fund,
                year,
                currency,
                sums.getOrDefault(AccountKind.APPROPRIATED, zero).negate(),
                sums.getOrDefault(AccountKind.CARRIED_IN, zero).negate(),
                sums.getOrDefault(AccountKind.UNALLOCATED, zero),
                sums.getOrDefault(AccountKind.AVAILABLE, zero),
                sums.getOrDefault(AccountKind.HELD, zero),
                paid,
                paid.subtract(paidAfter),
                sums.getOrDefault(AccountKind.REPAID, zero),
                sums.getOrDefault(AccountKind.RECLAIMED, zero),
                sums.getOrDefault(AccountKind.CARRIED_OUT, zero),
                sums.getOrDefault(AccountKind.CLAIMED, zero),
                sums.getOrDefault(AccountKind.REPORTED, zero));
    }
}
