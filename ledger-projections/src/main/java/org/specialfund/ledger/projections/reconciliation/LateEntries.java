package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specialfund.ledger.core.fund.event.FundMonthSigned;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Picks the entries out of a batch that came after the month of their day was signed. Within a fund the order of
 * positions is the order of commits here, because whoever signs holds the fund's gate. For one batch, of one thread.
 */
final class LateEntries {

    private record Signed(LocalDate from, LocalDate to) {}

    private final JdbcTemplate jdbc;
    private final String schema;
    private final Map<String, Signed> signed = new HashMap<>();
    private final SqlArrays rows = SqlArrays.of(
            "position bigint",
            "fund_code text",
            "effective_date date",
            "recorded_at timestamptz",
            "entry text",
            "type text",
            "allocation_no text",
            "reference text",
            "amount numeric",
            "paid_change numeric",
            "document_ref text",
            "actor text",
            "proposed_by text",
            "confirmed_by text");

    /** Knows which months were signed before the batch. */
    LateEntries(JdbcTemplate jdbc, String schema, List<RecordedEvent> batch) {
        this.jdbc = jdbc;
        this.schema = schema;
        Set<String> funds = new HashSet<>();
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof MoneyEvent event) {
                funds.add(event.fundCode());
            } else if (recorded.event() instanceof FundMonthSigned event) {
                funds.add(event.fundCode());
            }
        }
        if (!funds.isEmpty()) {
            jdbc.query(
                    "SELECT fund_code, first_day, last_day FROM %s.signed WHERE fund_code = ANY(?)".formatted(schema),
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("text", funds.toArray())),
                    row -> {
                        signed.put(
                                row.getString(1),
                                new Signed(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                    });
        }
    }

    /** Looks at the next event of the batch. */
    void see(RecordedEvent recorded) {
        if (recorded.event() instanceof FundMonthSigned event) {
            sign(event);
        } else if (recorded.event() instanceof MoneyEvent event) {
            Signed days = signed.get(event.fundCode());
            if (days != null
                    && !event.effectiveDate().isBefore(days.from)
                    && !event.effectiveDate().isAfter(days.to)) {
                List<Posting> postings = event.postings();
                if (!postings.isEmpty()) {
                    add(recorded, event, postings);
                }
            }
        }
    }

    void write() {
        rows.insert(jdbc, schema + ".late_entry");
    }

    private void sign(FundMonthSigned event) {
        Signed days = signed.get(event.fundCode());
        signed.put(event.fundCode(), new Signed(days == null ? event.firstDay() : days.from, event.lastDay()));
        jdbc.update(
                """
                INSERT INTO %s.signed (fund_code, first_day, last_day) VALUES (?, ?, ?)
                ON CONFLICT (fund_code) DO UPDATE SET last_day = excluded.last_day
                """.formatted(schema), event.fundCode(), Date.valueOf(event.firstDay()), Date.valueOf(event.lastDay()));
    }

    private void add(RecordedEvent recorded, MoneyEvent event, List<Posting> postings) {
        BigDecimal paid = BigDecimal.ZERO;
        for (Posting posting : postings) {
            if (posting.account().kind() == AccountKind.PAID) {
                paid = paid.add(posting.amount());
            }
        }
        rows.add(
                recorded.position(),
                event.fundCode(),
                event.effectiveDate(),
                recorded.recordedAt(),
                recorded.stream() + "@" + recorded.sequence(),
                recorded.type(),
                EventFields.text(event, "allocationNo"),
                EventFields.text(event, "reference"),
                event.amount(),
                paid,
                EventFields.text(event, "documentRef"),
                recorded.metadata("actor"),
                recorded.metadata("proposedBy"),
                recorded.metadata("confirmedBy"));
    }
}
