package org.specialfund.ledger.projections.reconciliation;

import java.sql.Timestamp;
import org.specialfund.ledger.core.reconciliation.event.ItemExplained;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationCountersigned;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationEvent;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationSigned;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.core.reconciliation.event.StatementReceived;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes months, their lines and explanations. The events of a month come in order. Thread-safe. */
final class MonthRows {

    private final JdbcTemplate jdbc;

    MonthRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void apply(String schema, RecordedEvent recorded, ReconciliationEvent event) {
        if (event instanceof StatementReceived e) {
            receive(schema, recorded, e);
        } else if (event instanceof ItemExplained e) {
            explain(schema, recorded, e);
        } else if (event instanceof ReconciliationSigned e) {
            change(
                    schema,
                    e,
                    "state = 'signed', signed_by = ?, signed_at = ?, lists_sha256 = ?",
                    e.signedBy(),
                    Timestamp.from(recorded.recordedAt()),
                    e.listsSha256());
        } else if (event instanceof ReconciliationCountersigned e) {
            change(
                    schema,
                    e,
                    "state = 'locked', countersigned_by = ?, countersigned_at = ?, locked_position = ?",
                    e.countersignedBy(),
                    Timestamp.from(recorded.recordedAt()),
                    recorded.position());
        }
    }

    private void receive(String schema, RecordedEvent recorded, StatementReceived e) {
        for (String table : new String[] {"line", "explanation", "month"}) {
            jdbc.update(
                    "DELETE FROM %s.%s WHERE fund_code = ? AND month = ?".formatted(schema, table),
                    e.fundCode(),
                    e.month());
        }
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.month (fund_code, month, year, state, currency, opening_balance, closing_balance, lines,
                    file_size, file_sha256, received_by, received_at)
                VALUES (?, ?, ?, 'received', ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                e.fundCode(),
                e.month(),
                e.year(),
                e.currency(),
                e.openingBalance(),
                e.closingBalance(),
                e.lines().size(),
                e.fileSize(),
                e.fileSha256(),
                e.receivedBy(),
                Timestamp.from(recorded.recordedAt()));
        write(schema, e);
    }

    private void write(String schema, StatementReceived e) {
        SqlArrays lines = SqlArrays.of(
                "fund_code text",
                "month text",
                "line integer",
                "place integer",
                "booked_on date",
                "bank_reference text",
                "amount numeric");
        for (StatementLine line : e.lines()) {
            lines.add(
                    e.fundCode(),
                    e.month(),
                    line.line(),
                    lines.size(),
                    line.bookedOn(),
                    line.bankReference(),
                    line.amount());
        }
        lines.insert(jdbc, schema + ".line");
    }

    private void explain(String schema, RecordedEvent recorded, ItemExplained e) {
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.explanation (fund_code, month, side, item, amount, reason, note, explained_by, explained_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (fund_code, month, side, item) DO UPDATE SET amount = excluded.amount,
                    reason = excluded.reason, note = excluded.note, explained_by = excluded.explained_by,
                    explained_at = excluded.explained_at
                """.formatted(schema),
                e.fundCode(),
                e.month(),
                e.side(),
                e.item(),
                e.amount(),
                e.reason(),
                e.note(),
                e.explainedBy(),
                Timestamp.from(recorded.recordedAt()));
        change(schema, e, "state = 'received', signed_by = NULL, signed_at = NULL, lists_sha256 = NULL");
    }

    private void change(String schema, ReconciliationEvent event, String assignments, Object... values) {
        Object[] all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = event.fundCode();
        all[values.length + 1] = event.month();
        OneRow.change(
                jdbc, "UPDATE %s.month SET %s WHERE fund_code = ? AND month = ?".formatted(schema, assignments), all);
    }
}
