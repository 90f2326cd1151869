package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.specialfund.ledger.core.posting.Account;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of accounts and their postings, for one batch and one schema. Not thread-safe. */
final class AccountTables {

    private final JdbcTemplate jdbc;
    private final String schema;

    private record State(BigDecimal balance, long postings, long lastPosition) {

        static final State EMPTY = new State(BigDecimal.ZERO, 0, Long.MIN_VALUE);
    }

    AccountTables(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** The ids of accounts, new ones included, which become rows; throws where one holds another currency. */
    Map<Account, Long> resolve(Map<Account, String> currencies, AccountRows rows) {
        Map<String, Long> ids = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        Object[] names = currencies.keySet().stream().map(Account::name).toArray();
        jdbc.query(
                "SELECT name, id, currency FROM %s.account WHERE name = ANY(?)".formatted(schema),
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", names)),
                row -> {
                    ids.put(row.getString(1), row.getLong(2));
                    known.put(row.getString(1), row.getString(3));
                });
        Map<Account, String> added = new LinkedHashMap<>();
        currencies.forEach((account, currency) -> {
            String before = known.get(account.name());
            if (before == null) {
                added.put(account, currency);
            } else if (!before.equals(currency)) {
                throw new IllegalStateException(account.name() + " holds " + before + ", not " + currency);
            }
        });
        ids.putAll(add(added, rows));
        Map<Account, Long> resolved = new LinkedHashMap<>();
        currencies.keySet().forEach(account -> resolved.put(account, ids.get(account.name())));
        return resolved;
    }

    /** Adds postings to their accounts; those of an account that lie later are taken off first and added again. */
    Map<Long, AccountTail> extend(Map<Account, Long> ids, Map<Account, List<Leg>> legs) {
        Map<Long, State> states = states(ids.values());
        Map<Long, AccountTail> tails = new LinkedHashMap<>();
        ids.forEach((account, id) -> {
            List<Leg> added = new ArrayList<>(legs.getOrDefault(account, List.of()));
            long first = added.stream().mapToLong(Leg::position).min().orElse(Long.MAX_VALUE);
            State state = states.getOrDefault(id, State.EMPTY);
            if (first <= state.lastPosition()) {
                added.addAll(takeOff(id, first));
                state = stateBefore(id, first);
            }
            AccountTail tail = new AccountTail(
                    account.name(),
                    account.kind().mayBeNegative(),
                    state.balance(),
                    state.postings(),
                    state.lastPosition());
            tail.add(added, () -> changesByDay(id));
            tails.put(id, tail);
        });
        return tails;
    }

    /** What was added to tails, as rows. */
    static void addTo(AccountRows rows, Map<Long, AccountTail> tails) {
        tails.forEach((id, tail) -> {
            tail.rows().forEach(row -> rows.addPosting(id, row.leg(), row.balanceAfter()));
            rows.addBalance(id, tail.balance(), tail.postings(), tail.lastPosition());
            tail.checkpoints().forEach(checkpoint -> rows.addCheckpoint(id, checkpoint));
        });
    }

    private Map<String, Long> add(Map<Account, String> currencies, AccountRows rows) {
        if (currencies.isEmpty()) {
            return Map.of();
        }
        // Counted here, not by a sequence: a rebuild copies tables only, and there is one writer.
        Long last = jdbc.queryForObject("SELECT coalesce(max(id), 0) FROM %s.account".formatted(schema), Long.class);
        long next = last == null ? 0 : last;
        Map<String, Long> ids = new HashMap<>();
        for (Map.Entry<Account, String> added : currencies.entrySet()) {
            Account account = added.getKey();
            next++;
            ids.put(account.name(), next);
            rows.addAccount(next, account, added.getValue());
        }
        return ids;
    }

    private Map<Long, State> states(Collection<Long> ids) {
        Map<Long, State> states = new HashMap<>();
        jdbc.query(
                "SELECT account_id, balance, postings, last_position FROM %s.balance WHERE account_id = ANY(?)"
                        .formatted(schema),
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray())),
                row -> {
                    states.put(row.getLong(1), new State(row.getBigDecimal(2), row.getLong(3), row.getLong(4)));
                });
        return states;
    }

    /** Removes the postings from a position on, and the checkpoints that know them. */
    private List<Leg> takeOff(long id, long first) {
        jdbc.update("DELETE FROM %s.checkpoint WHERE account_id = ? AND position >= ?".formatted(schema), id, first);
        return jdbc.query(
                """
                DELETE FROM %s.posting WHERE account_id = ? AND position >= ?
                RETURNING position, leg, effective_date, amount
                """.formatted(schema),
                (row, n) ->
                        new Leg(row.getLong(1), row.getInt(2), row.getObject(3, LocalDate.class), row.getBigDecimal(4)),
                id,
                first);
    }

    private State stateBefore(long id, long first) {
        return jdbc
                .query(
                        """
                        SELECT p.balance_after, p.position,
                               coalesce(c.postings, 0) + (SELECT count(*) FROM %1$s.posting q
                                   WHERE q.account_id = p.account_id AND q.position > coalesce(c.position, -1)) AS n
                        FROM %1$s.posting p
                        LEFT JOIN LATERAL (SELECT position, postings FROM %1$s.checkpoint
                            WHERE account_id = p.account_id ORDER BY position DESC LIMIT 1) c ON true
                        WHERE p.account_id = ? AND p.position < ?
                        ORDER BY p.position DESC, p.leg DESC LIMIT 1
                        """.formatted(schema),
                        (row, n) -> new State(row.getBigDecimal(1), row.getLong(3), row.getLong(2)),
                        id,
                        first)
                .stream()
                .findFirst()
                .orElse(State.EMPTY);
    }

    /** From the last checkpoint and the postings since. */
    private TreeMap<LocalDate, BigDecimal> changesByDay(long id) {
        TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();
        long[] since = {-1};
        jdbc.query(
                """
                SELECT position, days, sums FROM %s.checkpoint WHERE account_id = ?
                ORDER BY position DESC LIMIT 1
                """.formatted(schema),
                row -> {
                    since[0] = row.getLong(1);
                    putChanges(row, changes);
                },
                id);
        jdbc.query(
                """
                SELECT effective_date, sum(amount) FROM %s.posting WHERE account_id = ? AND position > ?
                GROUP BY effective_date
                """.formatted(schema),
                row -> {
                    changes.merge(row.getObject(1, LocalDate.class), row.getBigDecimal(2), BigDecimal::add);
                },
                id,
                since[0]);
        return changes;
    }

    private static void putChanges(ResultSet row, Map<LocalDate, BigDecimal> changes) throws SQLException {
        Array dayArray = row.getArray("days");
        Array sumArray = row.getArray("sums");
        Date[] days = (Date[]) dayArray.getArray();
        BigDecimal[] sums = (BigDecimal[]) sumArray.getArray();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < days.length; i++) {
            changes.put(days[i].toLocalDate(), sums[i].subtract(before));
            before = sums[i];
        }
    }
}
