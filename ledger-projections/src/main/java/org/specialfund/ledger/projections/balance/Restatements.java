package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What makes a balance, and what changed it: the postings behind figures, and the balances around an event. Every answer
 * is of one snapshot. Thread-safe.
 */
public final class Restatements {

    private static final String AROUND = """
            SELECT e.position, a.name, a.currency, p.amount, p.balance_after
            FROM unnest(?::bigint[], ?::text[]) AS e (position, account)
            JOIN balance.account a ON a.name = e.account
            JOIN balance.posting p ON p.account_id = a.id AND p.position = e.position
            ORDER BY e.position, p.leg
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;
    private final Balances balances;

    /**
     * Reads the tables of {@link BalanceProjection}.
     *
     * @param transactions of the same data source
     */
    public Restatements(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(BalanceProjection.NAME, jdbc, transactions);
        this.balances = new Balances(dataSource, transactions);
    }

    /** What changed an account's balance; none where the ledger has no such account. Costs the postings in between. */
    public Known<Optional<Restatement>> account(String account, RestatementQuery query) {
        return readModel.at(reached -> {
            long known = Balances.known(reached, query.knownTo());
            return new Known<>(reader().read(account, query, known), known);
        });
    }

    /**
     * What changed a fund year's figures. Costs the postings in between and a few look-ups for every account of the
     * year.
     *
     * @param lastDay of the year
     */
    public Known<YearRestatement> year(String fund, int year, LocalDate lastDay, RestatementQuery query) {
        return readModel.at(reached -> {
            long known = Balances.known(reached, query.knownTo());
            return new Known<>(reader().year(fund, year, lastDay, query, known, balances.figures(query.asOf())), known);
        });
    }

    /** A page of an account's postings, for long lists: nothing is added up. None where there is no such account. */
    public List<Restatement.Row> postings(String account, RestatementQuery query) {
        return readModel.at(reached -> {
            long known = Balances.known(reached, query.knownTo());
            return balances.find(account, new At(null, known))
                    .map(found -> reader().rows(found, query, known))
                    .orElse(List.of());
        });
    }

    /**
     * What an event posted to an account, and the balance around it, on all days and in recorded order.
     *
     * @param posted all its legs together
     */
    public record Around(BigDecimal before, BigDecimal posted, BigDecimal after) {}

    /** The balances around events, by position and account; without those that the projection has no posting of. */
    public Map<Long, Map<String, Around>> around(Map<Long, List<String>> accounts) {
        List<Long> positions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        accounts.forEach((position, touched) -> touched.stream().distinct().forEach(name -> {
            positions.add(position);
            names.add(name);
        }));
        return readModel.at(reached -> {
            Map<Long, Map<String, Around>> found = new HashMap<>();
            jdbc.query(
                    AROUND,
                    row -> {
                        int digits = Amounts.digits(row.getString("currency"));
                        BigDecimal posted = row.getBigDecimal("amount").setScale(digits);
                        BigDecimal after = row.getBigDecimal("balance_after").setScale(digits);
                        found.computeIfAbsent(row.getLong("position"), position -> new HashMap<>())
                                .merge(
                                        row.getString("name"),
                                        new Around(after.subtract(posted), posted, after),
                                        (one, next) -> new Around(
                                                one.before(), one.posted().add(next.posted()), next.after()));
                    },
                    positions.toArray(Long[]::new),
                    names.toArray(String[]::new));
            return found;
        });
    }

    /**
     * The accounts of what an allocation paid, one a payee, in order of their names.
     *
     * @param cursor the last account of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public List<AccountBalance> payees(String allocationNo, At at, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        return readModel.at(reached -> {
            long known = Balances.known(reached, at.knownAt());
            List<String> names =
                    jdbc.queryForList("""
                    SELECT name FROM balance.account
                    WHERE allocation = ? AND kind = 'paid' AND name > ? COLLATE "C" ORDER BY name LIMIT ?
                    """, String.class, allocationNo, cursor == null ? "" : cursor, limit);
            List<AccountBalance> paid = new ArrayList<>();
            for (String name : names) {
                balances.find(name, new At(at.asOf(), known))
                        .map(Balances.Found::balance)
                        .ifPresent(paid::add);
            }
            return paid;
        });
    }

    private RestatementReader reader() {
        return new RestatementReader(jdbc, balances::find);
    }
}
