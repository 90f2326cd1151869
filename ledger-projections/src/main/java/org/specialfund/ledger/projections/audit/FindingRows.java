package org.specialfund.ledger.projections.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.audit.event.FindingConfirmed;
import org.specialfund.ledger.core.audit.event.FindingEscalated;
import org.specialfund.ledger.core.audit.event.FindingEvent;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.audit.event.FindingReferred;
import org.specialfund.ledger.core.audit.event.FindingResponded;
import org.specialfund.ledger.core.audit.event.FindingWithdrawn;
import org.specialfund.ledger.core.audit.event.RectificationOrdered;
import org.specialfund.ledger.core.audit.event.RectificationReturned;
import org.specialfund.ledger.core.audit.event.RectificationSubmitted;
import org.specialfund.ledger.core.audit.event.RectificationVerified;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes findings and their steps. Thread-safe. */
final class FindingRows {

    private final JdbcTemplate jdbc;

    FindingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void apply(String schema, RecordedEvent recorded, FindingEvent event) {
        if (event instanceof FindingRaised e) {
            raise(schema, recorded, e);
        } else if (event instanceof FindingConfirmed e) {
            change(schema, e, "state = 'confirmed', suspends = ?", (Object)
                    e.suspends().toArray(String[]::new));
        } else if (event instanceof FindingWithdrawn e) {
            change(schema, e, "state = 'withdrawn', suspends = '{}'");
        } else if (event instanceof RectificationOrdered e) {
            change(
                    schema,
                    e,
                    "state = 'to-be-corrected', demand = ?, due_date = ?, ordered_by = ?, ordered_as = ?",
                    e.demand(),
                    e.dueDate(),
                    e.orderedBy(),
                    recorded.metadata("role"));
        } else if (event instanceof RectificationSubmitted e) {
            change(schema, e, "state = 'correction-submitted'");
        } else if (event instanceof RectificationReturned e) {
            change(schema, e, "state = 'to-be-corrected', due_date = ?", e.dueDate());
        } else if (event instanceof RectificationVerified e) {
            change(schema, e, "state = 'cleared', suspends = '{}'");
        } else if (event instanceof FindingEscalated e) {
            change(schema, e, "escalated_for = ?", e.dueDate());
        } else if (event instanceof FindingReferred e) {
            change(schema, e, "state = 'referred'");
        }
        step(schema, recorded, event);
    }

    private void raise(String schema, RecordedEvent recorded, FindingRaised e) {
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.finding (finding_id, audit_no, position, title, statement, severity, unit, entries,
                    allocation_nos)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                e.findingId(),
                e.auditNo(),
                recorded.position(),
                e.title(),
                e.statement(),
                e.severity(),
                e.unit(),
                e.entries().toArray(String[]::new),
                e.allocationNos().toArray(String[]::new));
    }

    private void step(String schema, RecordedEvent recorded, FindingEvent event) {
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.finding_step (finding_id, position, type, actor, role, recorded_at, said, document_ref,
                    due_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                event.findingId(),
                recorded.position(),
                recorded.type(),
                recorded.metadata("actor"),
                recorded.metadata("role"),
                Timestamp.from(recorded.recordedAt()),
                said(event),
                EventFields.text(event, "documentRef"),
                EventFields.value(event, "dueDate", LocalDate.class));
    }

    private static @Nullable String said(FindingEvent event) {
        if (event instanceof FindingResponded e) {
            return e.response();
        } else if (event instanceof RectificationOrdered e) {
            return e.demand();
        } else if (event instanceof FindingReferred e) {
            return e.authority() + ": " + e.reason();
        }
        String statement = EventFields.text(event, "statement");
        return statement == null ? EventFields.text(event, "reason") : statement;
    }

    /** The assignments take the values, in order. */
    private void change(String schema, FindingEvent event, String assignments, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = event.findingId();
        OneRow.change(jdbc, "UPDATE %s.finding SET %s WHERE finding_id = ?".formatted(schema, assignments), all);
    }
}
