package org.specialfund.ledger.projections.payee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of payees, as it is now. Thread-safe. */
public final class Payees {

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link PayeeProjection}.
     *
     * @param transactions of the same data source
     */
    public Payees(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(PayeeProjection.NAME, jdbc, transactions);
    }

    /** The payee of that scheme and code. */
    public Optional<PayeeView> find(String payee) {
        return readModel.at(position ->
                jdbc.query("SELECT * FROM payee.payee WHERE payee = ?", (row, n) -> payee(row), payee).stream()
                        .findFirst());
    }

    /**
     * A page of payees in order of scheme and code.
     *
     * @param nameContains part of the name; null for all
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<PayeeView, String> page(@Nullable String nameContains, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions =
                new Conditions().and("strpos(name, ?) > 0", nameContains).and("payee > ?", cursor);
        return readModel.at(position -> Page.of(
                jdbc.query(
                        "SELECT * FROM payee.payee WHERE %s ORDER BY payee LIMIT %d"
                                .formatted(conditions.sql(), limit + 1),
                        (row, n) -> payee(row),
                        conditions.values()),
                limit,
                position,
                PayeeView::payee));
    }

    private PayeeView payee(ResultSet row) throws SQLException {
        String payee = row.getString("payee");
        return new PayeeView(
                payee,
                row.getString("kind"),
                row.getString("name"),
                row.getString("check_digit_override"),
                jdbc.query(
                        "SELECT * FROM payee.account WHERE payee = ? ORDER BY account_id",
                        (account, n) -> new PayeeView.BankAccount(
                                account.getString("account_id"),
                                account.getString("last_four"),
                                account.getString("bank"),
                                account.getString("proposed_by"),
                                account.getString("verified_by")),
                        payee),
                jdbc.query(
                        "SELECT * FROM payee.qualification WHERE payee = ? ORDER BY position",
                        (evidence, n) -> new PayeeView.Qualification(
                                evidence.getString("category"),
                                evidence.getString("qualification"),
                                evidence.getObject("valid_to", LocalDate.class),
                                evidence.getString("document_ref")),
                        payee),
                jdbc.query(
                        "SELECT * FROM payee.bar WHERE payee = ? ORDER BY position",
                        (bar, n) -> new PayeeView.Bar(
                                bar.getObject("from_day", LocalDate.class),
                                bar.getObject("to_day", LocalDate.class),
                                bar.getString("reason"),
                                bar.getString("document_ref")),
                        payee));
    }
}
