package org.specialfund.ledger.projections.audit;

import java.math.BigDecimal;
import java.sql.Array;
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

/** Audits as they are now. Thread-safe. */
public final class Audits {

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link AuditProjection}.
     *
     * @param transactions of the same data source
     */
    public Audits(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(AuditProjection.NAME, jdbc, transactions);
    }

    /** The audit of that number, with its samples and its evidence. */
    public Optional<AuditView> find(String auditNo) {
        return readModel.at(position -> jdbc
                .query(
                        "SELECT * FROM audit.audit WHERE audit_no = ?",
                        (row, n) -> audit(row, samples(auditNo), evidence(auditNo)),
                        auditNo)
                .stream()
                .findFirst());
    }

    /**
     * A page of audits in the order of their numbers.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<AuditView, String> page(
            @Nullable String state, @Nullable String fundCode, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("state = ?", state)
                .and("fund_codes @> ARRAY[?::text]", fundCode)
                .and("audit_no > ?", cursor);
        return readModel.at(position -> Page.of(
                jdbc.query(
                        "SELECT * FROM audit.audit WHERE %s ORDER BY audit_no LIMIT %d"
                                .formatted(conditions.sql(), limit + 1),
                        (row, n) -> audit(row, List.of(), List.of()),
                        conditions.values()),
                limit,
                position,
                AuditView::auditNo));
    }

    /** The sample of that audit, with its items. */
    public Optional<AuditView.Sample> sample(String auditNo, String sampleId) {
        return readModel.at(position -> jdbc
                .query(
                        "SELECT * FROM audit.sample WHERE audit_no = ? AND sample_id = ?",
                        (row, n) -> sample(row, items(row)),
                        auditNo,
                        sampleId)
                .stream()
                .findFirst());
    }

    /** The evidence of that audit. */
    public Optional<AuditView.Evidence> evidence(String auditNo, String evidenceId) {
        return readModel.at(position -> evidence(auditNo).stream()
                .filter(evidence -> evidence.evidenceId().equals(evidenceId))
                .findFirst());
    }

    private List<AuditView.Sample> samples(String auditNo) {
        return jdbc.query(
                "SELECT * FROM audit.sample WHERE audit_no = ? ORDER BY position",
                (row, n) -> sample(row, List.of()),
                auditNo);
    }

    private List<AuditView.Item> items(ResultSet sample) throws SQLException {
        int digits = Amounts.digits(sample.getString("currency"));
        return jdbc.query(
                "SELECT * FROM audit.sample_item WHERE audit_no = ? AND sample_id = ? ORDER BY place",
                (row, n) -> new AuditView.Item(
                        row.getString("reference"),
                        row.getString("allocation_no"),
                        row.getString("payee"),
                        row.getString("kind"),
                        row.getBigDecimal("amount").setScale(digits),
                        row.getString("stratum")),
                sample.getString("audit_no"),
                sample.getString("sample_id"));
    }

    private static AuditView.Sample sample(ResultSet row, List<AuditView.Item> items) throws SQLException {
        BigDecimal sum = row.getBigDecimal("population_sum");
        return new AuditView.Sample(
                row.getString("audit_no"),
                row.getString("sample_id"),
                row.getLong("position"),
                row.getString("drawn_by"),
                row.getTimestamp("drawn_at").toInstant(),
                row.getString("method"),
                row.getString("seed"),
                row.getInt("size"),
                row.getInt("negatives"),
                row.getLong("cut_off"),
                row.getString("population_sha256"),
                row.getInt("population_size"),
                sum.setScale(Amounts.digits(row.getString("currency"))),
                row.getString("currency"),
                items);
    }

    private List<AuditView.Evidence> evidence(String auditNo) {
        return jdbc.query(
                "SELECT * FROM audit.evidence WHERE audit_no = ? ORDER BY position",
                (row, n) -> new AuditView.Evidence(
                        row.getString("evidence_id"),
                        row.getLong("position"),
                        row.getString("finding_id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("attached_by"),
                        row.getTimestamp("attached_at").toInstant()),
                auditNo);
    }

    private static AuditView audit(ResultSet row, List<AuditView.Sample> samples, List<AuditView.Evidence> evidence)
            throws SQLException {
        return new AuditView(
                row.getString("audit_no"),
                row.getLong("position"),
                row.getString("title"),
                row.getString("kind"),
                texts(row.getArray("fund_codes")),
                List.of((Integer[]) row.getArray("years").getArray()),
                texts(row.getArray("team")),
                row.getString("currency"),
                row.getString("time_zone"),
                row.getString("state"),
                row.getObject("served_on", LocalDate.class),
                row.getObject("notice_days", Integer.class),
                row.getString("day_kind"),
                row.getObject("earliest", LocalDate.class),
                row.getString("short_notice"),
                row.getObject("fieldwork_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getString("report"),
                row.getObject("closed_on", LocalDate.class),
                samples,
                evidence);
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
