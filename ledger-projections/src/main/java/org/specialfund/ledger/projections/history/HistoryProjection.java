package org.specialfund.ledger.projections.history;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a row an event; those that come late need nothing computed anew. Thread-safe. */
public final class HistoryProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "history";

    private static final String INSERT = """
            INSERT INTO %s.event (position, event_id, recorded_at, stream, sequence, type, revision, effective_date,
                fund_code, year, allocation_no, reference, payee, amount, currency, document_ref, reason,
                actor, role, proposed_by, confirmed_by, rules_version, command_id, correlation_id, causation_id,
                posting_accounts, posting_amounts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::integer, ?, ?, ?, ?::numeric, ?, ?, ?, ?, ?, ?, ?, ?::integer,
                ?, ?, ?, ?, ?)
            """;

    private static final List<String> FIELDS = List.of(
            "fundCode", "year", "allocationNo", "reference", "payee", "amount", "currency", "documentRef", "reason");

    private static final List<String> METADATA = List.of(
            "actor", "role", "proposedBy", "confirmedBy", "rulesVersion", "commandId", "correlationId", "causationId");

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public HistoryProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean setsAside() {
        return true;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        SqlArrays begun = SqlArrays.of("allocation_no text", "fund_code text", "year integer");
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof AllocationBegun event) {
                begun.add(event.allocationNo(), event.fundCode(), event.year());
            }
        }
        begun.insert(jdbc, schema + ".allocation");
        jdbc.batchUpdate(INSERT.formatted(schema), batch, batch.size(), HistoryProjection::set);
        if (batch.stream().anyMatch(HistoryProjection::namesAllocationOnly)) {
            jdbc.update(
                    """
                    UPDATE %1$s.event e SET fund_code = a.fund_code, year = a.year FROM %1$s.allocation a
                    WHERE e.position BETWEEN ? AND ? AND e.fund_code IS NULL AND a.allocation_no = e.allocation_no
                    """.formatted(schema),
                    batch.get(0).position(),
                    batch.get(batch.size() - 1).position());
        }
    }

    private static boolean namesAllocationOnly(RecordedEvent recorded) {
        return EventFields.text(recorded.event(), "allocationNo") != null
                && EventFields.text(recorded.event(), "fundCode") == null;
    }

    private static void set(PreparedStatement row, RecordedEvent recorded) throws SQLException {
        LedgerEvent event = recorded.event();
        int column = 1;
        row.setLong(column++, recorded.position());
        row.setString(column++, recorded.eventId());
        row.setTimestamp(column++, Timestamp.from(recorded.recordedAt()));
        row.setString(column++, recorded.stream());
        row.setLong(column++, recorded.sequence());
        row.setString(column++, recorded.type());
        row.setString(column++, recorded.revision());
        LocalDate effectiveDate = EventFields.value(event, "effectiveDate", LocalDate.class);
        row.setDate(column++, effectiveDate == null ? null : Date.valueOf(effectiveDate));
        for (String field : FIELDS) {
            setText(row, column++, EventFields.text(event, field));
        }
        for (String key : METADATA) {
            setText(row, column++, recorded.metadata(key));
        }
        List<Posting> postings = event.postings();
        Object[] accounts =
                postings.stream().map(posting -> posting.account().name()).toArray();
        Object[] amounts = postings.stream().map(Posting::amount).toArray();
        row.setArray(column++, row.getConnection().createArrayOf("text", accounts));
        row.setArray(column, row.getConnection().createArrayOf("numeric", amounts));
    }

    private static void setText(PreparedStatement row, int column, @Nullable String value) throws SQLException {
        row.setObject(column, value, Types.VARCHAR);
    }
}
