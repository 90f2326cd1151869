package org.specialfund.ledger.projections.refusal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a row a refusal. Thread-safe. */
public final class RefusalProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "refusal";

    private static final String INSERT = """
            INSERT INTO %s.refusal (position, event_id, recorded_at, code, command, actor, role, correlation_id,
                causation_id, fund_code, allocation_no, reference, figure_names, figure_values, subject_names,
                subject_values)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    private record Refused(RecordedEvent recorded, RefusalRecorded event) {}

    /** Writes through that template. */
    public RefusalProjection(JdbcTemplate jdbc) {
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
    public boolean wants(Class<? extends LedgerEvent> event) {
        return event == RefusalRecorded.class;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        List<Refused> refusals = new ArrayList<>();
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof RefusalRecorded event) {
                refusals.add(new Refused(recorded, event));
            }
        }
        if (!refusals.isEmpty()) {
            jdbc.batchUpdate(INSERT.formatted(schema), refusals, refusals.size(), RefusalProjection::set);
        }
    }

    private static void set(PreparedStatement row, Refused refused) throws SQLException {
        RecordedEvent recorded = refused.recorded();
        RefusalRecorded event = refused.event();
        row.setLong(1, recorded.position());
        row.setString(2, recorded.eventId());
        row.setTimestamp(3, Timestamp.from(recorded.recordedAt()));
        row.setString(4, event.code());
        row.setString(5, event.command());
        row.setString(6, recorded.metadata("actor"));
        row.setString(7, recorded.metadata("role"));
        row.setString(8, recorded.metadata("correlationId"));
        row.setString(9, recorded.metadata("causationId"));
        row.setString(10, event.subject().get("fundCode"));
        row.setString(11, event.subject().get("allocationNo"));
        row.setString(12, event.subject().get("reference"));
        setMap(row, 13, event.figures());
        setMap(row, 15, event.subject());
    }

    private static void setMap(PreparedStatement row, int column, Map<String, String> map) throws SQLException {
        Map<String, String> inOrder = new TreeMap<>(map);
        row.setArray(
                column,
                row.getConnection().createArrayOf("text", inOrder.keySet().toArray()));
        row.setArray(
                column + 1,
                row.getConnection().createArrayOf("text", inOrder.values().toArray()));
    }
}
