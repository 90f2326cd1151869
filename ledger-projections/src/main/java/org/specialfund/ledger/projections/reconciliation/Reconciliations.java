package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Months beside their bank statements, as they are now. Thread-safe. */
public final class Reconciliations {

    private static final String INDEXED = """
            SELECT p.position,
                   ARRAY(SELECT e.position FROM reconciliation.entry e
                         WHERE e.fund_code = ? AND e.effective_date BETWEEN ? AND ?) AS found,
                   ARRAY(SELECT g.position FROM reconciliation.gap g) AS gaps
            FROM reconciliation.progress p
            """;

    private static final String REFUSED = """
            SELECT r.* FROM reconciliation.refused r LEFT JOIN reconciliation.allocation a USING (allocation_no)
            WHERE coalesce(a.fund_code, ?) = ?
              AND (r.bank_reference = ANY(?) OR r.day BETWEEN ? AND ? AND r.amount = ANY(?))
            ORDER BY r.position
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link ReconciliationProjection}.
     *
     * @param transactions of the same data source
     */
    public Reconciliations(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(ReconciliationProjection.NAME, jdbc, transactions);
    }

    /** The month of a fund year; none where no statement came in. */
    public Optional<MonthView> find(String fundCode, int year, String month) {
        return readModel.at(position -> jdbc
                .query(
                        "SELECT * FROM reconciliation.month WHERE fund_code = ? AND month = ? AND year = ?",
                        (row, n) -> month(row),
                        fundCode,
                        month,
                        year)
                .stream()
                .findFirst());
    }

    /**
     * A page of months in order of fund and month.
     *
     * @param cursor {@code fund/month} of the last of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<MonthView, String> page(
            @Nullable String fundCode, @Nullable String state, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("fund_code = ?", fundCode)
                .and("state = ?", state)
                .and("fund_code || '/' || month > ? COLLATE \"C\"", cursor);
        return readModel.at(position -> Page.of(
                jdbc.query(
                        "SELECT * FROM reconciliation.month WHERE %s ORDER BY fund_code || '/' || month COLLATE \"C\" LIMIT %d"
                                .formatted(conditions.sql(), limit + 1),
                        (row, n) -> month(row),
                        conditions.values()),
                limit,
                position,
                month -> month.fundCode() + "/" + month.month()));
    }

    /** The lines of a month's statement, in the order of the file. */
    public List<StatementLine> lines(String fundCode, String month) {
        return readModel.at(position -> jdbc.query(
                """
                SELECT l.*, m.currency FROM reconciliation.line l JOIN reconciliation.month m USING (fund_code, month)
                WHERE fund_code = ? AND month = ? ORDER BY l.place
                """,
                (row, n) -> new StatementLine(
                        row.getInt("line"),
                        row.getObject("booked_on", LocalDate.class),
                        row.getString("bank_reference"),
                        exact(row, "amount")),
                fundCode,
                month));
    }

    /** The explanations of a month's items, by {@code side item}. */
    public Map<String, ExplanationView> explanations(String fundCode, String month) {
        return readModel.at(position -> {
            Map<String, ExplanationView> explanations = new HashMap<>();
            jdbc.query(
                    "SELECT * FROM reconciliation.explanation WHERE fund_code = ? AND month = ?",
                    row -> {
                        explanations.put(
                                row.getString("side") + " " + row.getString("item"),
                                new ExplanationView(
                                        row.getBigDecimal("amount"),
                                        row.getString("reason"),
                                        row.getString("note"),
                                        row.getString("explained_by"),
                                        row.getTimestamp("explained_at").toInstant()));
                    },
                    fundCode,
                    month);
            return explanations;
        });
    }

    /**
     * Where the bank movements of a fund lie that are effective within days. Reads what is committed now, in one
     * statement, within the transaction of whoever asks: a swap of tables locks the progress first, too.
     */
    public Indexed indexed(String fundCode, LocalDate from, LocalDate to) {
        Indexed indexed = jdbc.queryForObject(
                INDEXED,
                (row, n) -> {
                    List<Long> positions = new ArrayList<>(
                            List.of((Long[]) row.getArray("found").getArray()));
                    positions.addAll(List.of((Long[]) row.getArray("gaps").getArray()));
                    return new Indexed(positions, row.getLong("position"));
                },
                fundCode,
                Date.valueOf(from),
                Date.valueOf(to));
        if (indexed == null) {
            throw new IllegalStateException("no progress of reconciliations");
        }
        return indexed;
    }

    /**
     * Refused attempts to record a payment, by the bank's reference whenever it was, or by an amount within days; of that
     * fund, or of none that is known.
     *
     * @param amounts above zero
     */
    public List<RefusedPayment> refused(
            String fundCode,
            Collection<String> bankReferences,
            Collection<BigDecimal> amounts,
            LocalDate from,
            LocalDate to) {
        String[] folded =
                bankReferences.stream().map(ReconciliationProjection::folded).toArray(String[]::new);
        return readModel.at(position -> jdbc.query(
                REFUSED,
                statement -> {
                    statement.setString(1, fundCode);
                    statement.setString(2, fundCode);
                    statement.setArray(3, statement.getConnection().createArrayOf("text", folded));
                    statement.setDate(4, Date.valueOf(from));
                    statement.setDate(5, Date.valueOf(to));
                    statement.setArray(6, statement.getConnection().createArrayOf("numeric", amounts.toArray()));
                },
                (row, n) -> new RefusedPayment(
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("code"),
                        row.getString("command"),
                        row.getString("bank_reference"),
                        row.getBigDecimal("amount"),
                        row.getObject("day", LocalDate.class),
                        row.getString("reference"),
                        row.getString("allocation_no"))));
    }

    /**
     * A page of what was posted into days of a fund after they were signed, in the order of recording.
     *
     * @param cursor position of the last of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<LateEntry, Long> late(String fundCode, LocalDate from, LocalDate to, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        return readModel.at(position -> Page.of(
                jdbc.query(
                        """
                        SELECT * FROM reconciliation.late_entry
                        WHERE fund_code = ? AND effective_date BETWEEN ? AND ? AND position > ? ORDER BY position LIMIT ?
                        """,
                        (row, n) -> late(row),
                        fundCode,
                        Date.valueOf(from),
                        Date.valueOf(to),
                        cursor == null ? -1 : cursor,
                        limit + 1),
                limit,
                position,
                LateEntry::position));
    }

    /** How many these are, and their sum. */
    public LateEntry.Sum lateSum(String fundCode, LocalDate from, LocalDate to) {
        return readModel.at(position -> jdbc.query(
                        """
                        SELECT count(*) AS count, coalesce(sum(paid_change), 0) AS sum FROM reconciliation.late_entry
                        WHERE fund_code = ? AND effective_date BETWEEN ? AND ?
                        """,
                        (row, n) -> new LateEntry.Sum(row.getLong("count"), row.getBigDecimal("sum")),
                        fundCode,
                        Date.valueOf(from),
                        Date.valueOf(to))
                .get(0));
    }

    private static LateEntry late(ResultSet row) throws SQLException {
        return new LateEntry(
                row.getLong("position"),
                row.getObject("effective_date", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("entry"),
                row.getString("type"),
                row.getString("allocation_no"),
                row.getString("reference"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("paid_change"),
                row.getString("document_ref"),
                row.getString("actor"),
                row.getString("proposed_by"),
                row.getString("confirmed_by"));
    }

    private static MonthView month(ResultSet row) throws SQLException {
        return new MonthView(
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("month"),
                row.getString("state"),
                row.getString("currency"),
                exact(row, "opening_balance"),
                exact(row, "closing_balance"),
                row.getInt("lines"),
                row.getLong("file_size"),
                row.getString("file_sha256"),
                row.getString("received_by"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("signed_by"),
                instant(row, "signed_at"),
                row.getString("lists_sha256"),
                row.getString("countersigned_by"),
                instant(row, "countersigned_at"),
                row.getObject("locked_position", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static BigDecimal exact(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(Amounts.digits(row.getString("currency")));
    }
}
