package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.specialfund.ledger.core.shared.Amounts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads a page of a statement within a snapshot. */
final class StatementReader {

    /** PostgreSQL's dates reach further than the ledger's. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final String ROWS = """
            SELECT p.position, p.leg, e.recorded_at, p.effective_date, e.event_id, e.type, e.document_ref, p.amount
            FROM balance.posting p JOIN balance.entry e ON e.position = p.position
            WHERE p.account_id = ? AND p.position <= ? AND p.effective_date BETWEEN ? AND ?
              AND p.effective_date >= ? AND (p.effective_date, p.position, p.leg) > (?, ?, ?)
            ORDER BY p.effective_date, p.position, p.leg LIMIT ?
            """;

    private static final String ON_THE_DAY = """
            SELECT coalesce(sum(amount), 0) FROM balance.posting
            WHERE account_id = ? AND position <= ? AND effective_date = ? AND (position, leg) <= (?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final BiFunction<String, At, Optional<Balances.Found>> balances;

    StatementReader(JdbcTemplate jdbc, BiFunction<String, At, Optional<Balances.Found>> balances) {
        this.jdbc = jdbc;
        this.balances = balances;
    }

    Optional<Statement> read(StatementQuery query, long known) {
        Optional<Balances.Found> found = balances.apply(query.account(), new At(query.to(), known));
        return found.map(account -> read(account, query, known));
    }

    private Statement read(Balances.Found account, StatementQuery query, long known) {
        BigDecimal opening = query.from() == null
                ? Amounts.zero(account.balance().currency())
                : before(query.account(), query.from(), known);
        BigDecimal running = opening;
        if (query.after() != null) {
            Statement.Cursor after = query.after();
            BigDecimal onTheDay = jdbc.queryForObject(
                    ON_THE_DAY,
                    BigDecimal.class,
                    account.id(),
                    known,
                    Date.valueOf(after.effectiveDate()),
                    after.position(),
                    after.leg());
            running = before(query.account(), after.effectiveDate(), known)
                    .add(onTheDay == null ? BigDecimal.ZERO : onTheDay);
        }
        List<Statement.Row> rows = rows(account.id(), query, known, running);
        boolean more = rows.size() > query.limit();
        List<Statement.Row> page = more ? rows.subList(0, query.limit()) : rows;
        Statement.Row last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Statement(
                account.balance(),
                opening,
                account.balance().balance(),
                page,
                more && last != null ? new Statement.Cursor(last.effectiveDate(), last.position(), last.leg()) : null);
    }

    /** The balance at the end of the day before. */
    private BigDecimal before(String account, LocalDate day, long known) {
        return balances.apply(account, new At(day.minusDays(1), known))
                .orElseThrow()
                .balance()
                .balance();
    }

    /** One row more than the page holds, where there is one. */
    private List<Statement.Row> rows(long id, StatementQuery query, long known, BigDecimal before) {
        LocalDate from = query.from() == null ? FIRST_DAY : query.from();
        LocalDate to = query.to() == null ? LAST_DAY : query.to();
        Statement.Cursor after = query.after() == null ? new Statement.Cursor(FIRST_DAY, -1, -1) : query.after();
        Date afterDay = Date.valueOf(after.effectiveDate());
        List<Statement.Row> rows = new ArrayList<>();
        BigDecimal[] running = {before};
        jdbc.query(
                ROWS,
                row -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    running[0] = running[0].add(amount);
                    rows.add(new Statement.Row(
                            row.getLong("position"),
                            row.getInt("leg"),
                            row.getTimestamp("recorded_at").toInstant(),
                            row.getObject("effective_date", LocalDate.class),
                            row.getString("event_id"),
                            row.getString("type"),
                            row.getString("document_ref"),
                            amount,
                            running[0]));
                },
                id,
                known,
                Date.valueOf(from),
                Date.valueOf(to),
                afterDay,
                afterDay,
                after.position(),
                after.leg(),
                query.limit() + 1);
        return rows;
    }
}
