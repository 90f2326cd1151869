package org.specialfund.ledger.projections.disbursement;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The register of disbursements and recoveries, as it is now. Thread-safe. */
public final class Disbursements {

    /** As the index of those under way has it. */
    private static final String UNDER_WAY = "state IN ('requested', 'reviewed', 'awaiting-leader', 'approved')";

    private static final String OF_RECIPIENT =
            "allocation_no IN (SELECT r.allocation_no FROM disbursement.recipient r WHERE r.recipient = ?)";

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link DisbursementProjection}.
     *
     * @param transactions of the same data source
     */
    public Disbursements(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(DisbursementProjection.NAME, jdbc, transactions);
    }

    /** The disbursement of that reference. */
    public Optional<DisbursementView> find(String reference) {
        return readModel.at(position -> jdbc
                .query(
                        "SELECT * FROM disbursement.disbursement WHERE reference = ?",
                        (row, n) -> disbursement(row),
                        reference)
                .stream()
                .findFirst());
    }

    /**
     * A page of disbursements in order of their references.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<DisbursementView, String> page(DisbursementQuery query, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("fund_code = ?", query.fundCode())
                .and("year = ?", query.year())
                .and("allocation_no = ?", query.allocationNo())
                .and(OF_RECIPIENT, query.recipient())
                .and("payee = ?", query.payee())
                .and("state = ?", query.state())
                .and("invoice_no = ?", query.invoiceNo())
                .and("effective_date >= ?", date(query.from()))
                .and("effective_date <= ?", date(query.to()))
                .and("reference > ?", cursor);
        String underWay = query.underWay() == null ? "true" : query.underWay() ? UNDER_WAY : "NOT " + UNDER_WAY;
        return readModel.at(position -> Page.of(
                jdbc.query(
                        "SELECT * FROM disbursement.disbursement WHERE %s AND %s ORDER BY reference LIMIT %d"
                                .formatted(underWay, conditions.sql(), limit + 1),
                        (row, n) -> disbursement(row),
                        conditions.values()),
                limit,
                position,
                DisbursementView::reference));
    }

    /** The recovery of that id. */
    public Optional<RecoveryView> findRecovery(String recoveryId) {
        return readModel.at(position -> jdbc
                .query(
                        "SELECT * FROM disbursement.recovery WHERE recovery_id = ?",
                        (row, n) -> recovery(row),
                        recoveryId)
                .stream()
                .findFirst());
    }

    /**
     * A page of recoveries in order of their ids.
     *
     * @param fundCode null for all
     * @param reference of the disbursement; null for all
     * @param recipient of the allocation that paid; null for all
     * @param open true for those neither received nor waived in full; null for all
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<RecoveryView, String> recoveries(
            @Nullable String fundCode,
            @Nullable String reference,
            @Nullable String recipient,
            @Nullable Boolean open,
            @Nullable String cursor,
            int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("fund_code = ?", fundCode)
                .and("reference = ?", reference)
                .and(OF_RECIPIENT, recipient)
                .and("(demanded > received + waived) = ?", open)
                .and("recovery_id > ?", cursor);
        return readModel.at(position -> Page.of(
                jdbc.query(
                        "SELECT * FROM disbursement.recovery WHERE %s ORDER BY recovery_id LIMIT %d"
                                .formatted(conditions.sql(), limit + 1),
                        (row, n) -> recovery(row),
                        conditions.values()),
                limit,
                position,
                RecoveryView::recoveryId));
    }

    private static DisbursementView disbursement(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new DisbursementView(
                row.getString("reference"),
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("allocation_no"),
                row.getString("payee"),
                row.getString("account_id"),
                row.getString("category"),
                row.getString("purpose"),
                row.getString("function_code"),
                row.getString("economic_code"),
                row.getString("invoice_no"),
                row.getObject("tranche", Integer.class),
                currency,
                row.getString("state"),
                amount(row, "amount", currency),
                row.getObject("effective_date", LocalDate.class),
                amount(row, "returned", currency),
                amount(row, "reported", currency),
                row.getString("bank_account"),
                row.getString("bank_reference"),
                row.getObject("bank_line", Integer.class),
                row.getString("despite"),
                row.getString("reason"),
                row.getString("document_ref"),
                row.getString("requested_by"),
                row.getString("reviewed_by"),
                List.of((String[]) row.getArray("approved_by").getArray()),
                row.getString("settled_by"),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static RecoveryView recovery(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new RecoveryView(
                row.getString("recovery_id"),
                row.getString("reference"),
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("allocation_no"),
                row.getString("payee"),
                currency,
                amount(row, "demanded", currency),
                amount(row, "received", currency),
                amount(row, "waived", currency),
                row.getString("reason"),
                row.getObject("effective_date", LocalDate.class),
                row.getString("document_ref"));
    }

    private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
        return row.getBigDecimal(column).setScale(Amounts.digits(currency));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
