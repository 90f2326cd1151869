package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Balances on both axes. Every answer is of one snapshot and names its position. A balance costs a few look-ups,
 * however many postings the account has. Thread-safe.
 */
public final class Balances {

    /** The latest checkpoint up to a position, and the postings since. */
    private static final String ON_DAY = """
            (SELECT coalesce(sum(p.amount), 0) + coalesce(max(c.sum), 0)
             FROM (SELECT 1) one
             LEFT JOIN LATERAL (SELECT k.position, k.sums[width_bucket(d.day, k.days)] AS sum
                FROM balance.checkpoint k WHERE k.account_id = a.id AND k.position <= d.known
                ORDER BY k.position DESC LIMIT 1) c ON true
             LEFT JOIN balance.posting p ON p.account_id = a.id AND p.position > coalesce(c.position, -1)
                AND p.position <= d.known AND p.effective_date <= d.day)
            """;

    private static final String ON_ALL_DAYS = """
            (SELECT p.balance_after FROM balance.posting p
             WHERE p.account_id = a.id AND p.position <= d.known
             ORDER BY p.position DESC, p.leg DESC LIMIT 1)
            """;

    private static final String ON_ALL_DAYS_NOW = "(SELECT b.balance FROM balance.balance b WHERE b.account_id = a.id)";

    private static final String ACCOUNTS = """
            SELECT a.id, a.name, a.kind, a.fund, a.year, a.allocation, a.payee, a.currency, %s AS balance
            FROM balance.account a CROSS JOIN (SELECT ?::bigint AS known, ?::date AS day) d
            """;

    /**
     * One account and the position, in one statement, which is a snapshot by itself. The progress comes first: a swap of
     * tables locks it first, too.
     */
    private static final String ONE = """
            SELECT d.known, a.id, a.name, a.kind, a.fund, a.year, a.allocation, a.payee, a.currency, %s AS balance
            FROM balance.progress r
            CROSS JOIN LATERAL (SELECT least(?::bigint, r.position) AS known, ?::date AS day) d
            LEFT JOIN balance.account a ON a.name = ?
            """;

    /** Made once: a balance is asked for more often than anything else. */
    private static final String ONE_ON_ALL_DAYS = ONE.formatted(ON_ALL_DAYS);

    private static final String ONE_ON_DAY = ONE.formatted(ON_DAY);

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link BalanceProjection}.
     *
     * @param transactions of the same data source
     */
    public Balances(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(1_000);
        this.readModel = new ReadModel(BalanceProjection.NAME, jdbc, transactions);
    }

    /** The balance of an account; zero before its first posting, none where the ledger has no such account. */
    public Known<Optional<AccountBalance>> balance(String account, At at) {
        return jdbc.query(
                        at.asOf() == null ? ONE_ON_ALL_DAYS : ONE_ON_DAY,
                        (row, n) -> new Known<>(
                                row.getString("name") == null
                                        ? Optional.<AccountBalance>empty()
                                        : Optional.of(account(row)),
                                row.getLong("known")),
                        at.knownAt(),
                        date(at),
                        account)
                .get(0);
    }

    /** The balance of each of these accounts after the event of a position, on all days. */
    public Map<String, BigDecimal> after(long position, Collection<String> accounts) {
        return readModel.at(reached -> {
            Map<String, BigDecimal> balances = new HashMap<>();
            jdbc.query(
                    (ACCOUNTS + " WHERE a.name = ANY(?)").formatted(ON_ALL_DAYS),
                    statement -> {
                        statement.setLong(1, position);
                        statement.setDate(2, null);
                        statement.setArray(3, statement.getConnection().createArrayOf("text", accounts.toArray()));
                    },
                    row -> {
                        AccountBalance balance = account(row);
                        balances.put(balance.account(), balance.balance());
                    });
            return balances;
        });
    }

    /**
     * What each of these allocations holds; none for one without any account. Costs a few look-ups for every account of
     * theirs: two, and one for every payee.
     */
    public Known<Map<String, Holdings>> holdings(Collection<String> allocations, At at) {
        return readModel.at(reached -> {
            long known = known(reached, at.knownAt());
            Map<String, Holdings> holdings = new HashMap<>();
            jdbc.query(
                    (ACCOUNTS + " WHERE a.allocation = ANY(?)").formatted(at.asOf() == null ? ON_ALL_DAYS : ON_DAY),
                    statement -> {
                        statement.setLong(1, known);
                        statement.setDate(2, date(at));
                        statement.setArray(3, statement.getConnection().createArrayOf("text", allocations.toArray()));
                    },
                    row -> {
                        AccountBalance account = account(row);
                        BigDecimal none = Amounts.zero(account.currency());
                        holdings.merge(
                                Objects.requireNonNull(account.allocation()),
                                new Holdings(none, none, none).plus(account),
                                (sum, unused) -> sum.plus(account));
                    });
            return new Known<>(holdings, known);
        });
    }

    /** A page of a statement; none where the ledger has no such account. */
    public Known<Optional<Statement>> statement(StatementQuery query) {
        return readModel.at(reached -> {
            long known = known(reached, query.knownAt());
            StatementReader reader = new StatementReader(jdbc, this::find);
            return new Known<>(reader.read(query, known), known);
        });
    }

    /**
     * All accounts that had a posting by then, in order of fund, year and name, one by one; then what they add up to.
     *
     * @param fund null for all
     * @param year null for all
     */
    public Known<TrialBalance> trialBalance(
            @Nullable String fund, @Nullable Integer year, At at, Consumer<AccountBalance> each) {
        return readModel.stream(reached -> {
            long known = known(reached, at.knownAt());
            TrialSums sums = new TrialSums();
            String sql = ("SELECT * FROM (" + ACCOUNTS + """
                     WHERE (?::text IS NULL OR a.fund = ?) AND (?::integer IS NULL OR a.year = ?)
                       AND EXISTS (SELECT FROM balance.posting f WHERE f.account_id = a.id AND f.position <= d.known)
                    ) t ORDER BY fund, year, name
                    """).formatted(at.asOf() == null ? ON_ALL_DAYS : ON_DAY);
            streaming.query(
                    sql,
                    row -> {
                        AccountBalance account = account(row);
                        sums.add(account);
                        each.accept(account);
                    },
                    known,
                    date(at),
                    fund,
                    fund,
                    year,
                    year);
            return new Known<>(sums.trialBalance(), known);
        });
    }

    /**
     * A fund year in figures; none where the ledger has no account of it. Quick for all that is known on all days, else
     * a few look-ups for every account of the year.
     *
     * @param lastDay of the year
     */
    public Known<Optional<YearFigures>> yearFigures(String fund, int year, LocalDate lastDay, At at) {
        return readModel.at(reached -> {
            long known = known(reached, at.knownAt());
            boolean now = known == reached && at.asOf() == null;
            String balance = now ? ON_ALL_DAYS_NOW : at.asOf() == null ? ON_ALL_DAYS : ON_DAY;
            return new Known<>(
                    new FiguresReader(jdbc, balance).read(fund, year, lastDay, new At(at.asOf(), known)), known);
        });
    }

    /**
     * All entries known by then that count by then, in order of effective date and position, one by one. Costs as much
     * as there are postings, and a sort of them.
     */
    public Known<Long> journal(At at, Consumer<JournalEntry> each) {
        return readModel.at(reached -> {
            // As long as it takes: whoever exports a whole ledger waits for it.
            jdbc.execute("SET LOCAL statement_timeout = 0");
            jdbc.execute("SET LOCAL transaction_timeout = 0");
            long known = known(reached, at.knownAt());
            JournalReader reader = new JournalReader(each);
            streaming.query(JournalReader.SQL, reader::row, known, date(at), date(at));
            return new Known<>(reader.end(), known);
        });
    }

    /** Figures of a year at any position, within a snapshot that the caller holds. */
    FiguresReader figures(@Nullable LocalDate asOf) {
        return new FiguresReader(jdbc, asOf == null ? ON_ALL_DAYS : ON_DAY);
    }

    /** An account with its key in the tables. */
    record Found(long id, AccountBalance balance) {}

    /** Within a snapshot that the caller holds. */
    Optional<Found> find(String account, At at) {
        return jdbc
                .query(
                        (ACCOUNTS + " WHERE a.name = ?").formatted(at.asOf() == null ? ON_ALL_DAYS : ON_DAY),
                        (row, n) -> new Found(row.getLong("id"), account(row)),
                        at.knownAt(),
                        date(at),
                        account)
                .stream()
                .findFirst();
    }

    static AccountBalance account(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal balance = row.getBigDecimal("balance");
        return new AccountBalance(
                row.getString("name"),
                AccountKind.of(row.getString("kind")),
                row.getString("fund"),
                row.getInt("year"),
                row.getString("allocation"),
                row.getString("payee"),
                currency,
                balance == null ? Amounts.zero(currency) : balance.setScale(Amounts.digits(currency)));
    }

    private static @Nullable Date date(At at) {
        return at.asOf() == null ? null : Date.valueOf(at.asOf());
    }

    static long known(long reached, @Nullable Long wanted) {
        return wanted == null ? reached : Math.min(reached, wanted);
    }
}
