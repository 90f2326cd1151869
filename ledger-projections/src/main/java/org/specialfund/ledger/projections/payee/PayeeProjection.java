package org.specialfund.ledger.projections.payee;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.payee.event.AccountProposed;
import org.specialfund.ledger.core.payee.event.AccountVerified;
import org.specialfund.ledger.core.payee.event.PayeeBarred;
import org.specialfund.ledger.core.payee.event.PayeeEvent;
import org.specialfund.ledger.core.payee.event.PayeeRegistered;
import org.specialfund.ledger.core.payee.event.PayeeUnbarred;
import org.specialfund.ledger.core.payee.event.QualificationRecorded;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the list of payees; the events of one payee come in order. Thread-safe. */
public final class PayeeProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "payee";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public PayeeProjection(JdbcTemplate jdbc) {
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
        return PayeeEvent.class.isAssignableFrom(event);
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof PayeeEvent event) {
                apply(schema, recorded, event);
            }
        }
    }

    private void apply(String schema, RecordedEvent recorded, PayeeEvent event) {
        if (event instanceof PayeeRegistered e) {
            insert(
                    schema + ".payee (payee, kind, name, check_digit_override)",
                    e.payee(),
                    e.kind(),
                    e.name(),
                    e.checkDigitOverride());
        } else if (event instanceof AccountProposed e) {
            insert(
                    schema + ".account (payee, account_id, last_four, bank, proposed_by)",
                    e.payee(),
                    e.accountId(),
                    e.lastFour(),
                    e.bank(),
                    e.proposedBy());
        } else if (event instanceof AccountVerified e) {
            OneRow.change(
                    jdbc,
                    "UPDATE %s.account SET verified_by = ? WHERE payee = ? AND account_id = ?".formatted(schema),
                    recorded.metadata("actor"),
                    e.payee(),
                    e.accountId());
        } else if (event instanceof QualificationRecorded e) {
            insert(
                    schema + ".qualification (payee, position, category, qualification, valid_to, document_ref)",
                    e.payee(),
                    recorded.position(),
                    e.category(),
                    e.qualification(),
                    date(e.validTo()),
                    e.documentRef());
        } else if (event instanceof PayeeBarred e) {
            insert(
                    schema + ".bar (payee, position, from_day, to_day, reason, document_ref)",
                    e.payee(),
                    recorded.position(),
                    Date.valueOf(e.from()),
                    date(e.to()),
                    e.reason(),
                    e.documentRef());
        } else if (event instanceof PayeeUnbarred e) {
            jdbc.update("DELETE FROM %s.bar WHERE payee = ?".formatted(schema), e.payee());
        }
    }

    private void insert(String tableAndColumns, @Nullable Object... values) {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        OneRow.change(jdbc, "INSERT INTO %s VALUES (%s)".formatted(tableAndColumns, marks), values);
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
