package org.specialfund.ledger.projections.disbursement;

import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Collects the first events of disbursements, to write them by one statement: an import brings thousands. */
final class NewDisbursements {

    private final JdbcTemplate jdbc;
    private final String schema;
    private SqlArrays rows = columns();

    NewDisbursements(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Whether it is the first event of a disbursement. */
    boolean add(RecordedEvent recorded) {
        if (!(recorded.event() instanceof DisbursementBegun begun) || !(recorded.event() instanceof MoneyEvent money)) {
            return false;
        }
        LedgerEvent event = recorded.event();
        String actor =
                recorded.metadata("proposedBy") == null ? recorded.metadata("actor") : recorded.metadata("proposedBy");
        rows.add(
                begun.reference(),
                begun.fundCode(),
                begun.year(),
                begun.allocationNo(),
                EventFields.text(event, "payee"),
                EventFields.text(event, "accountId"),
                EventFields.text(event, "category"),
                EventFields.text(event, "purpose"),
                EventFields.text(event, "functionCode"),
                EventFields.text(event, "economicCode"),
                EventFields.text(event, "invoiceNo"),
                EventFields.value(event, "tranche", Integer.class),
                begun.currency(),
                event instanceof DisbursementRequested ? "requested" : "paid",
                money.amount(),
                money.effectiveDate(),
                EventFields.text(event, "bankAccount"),
                EventFields.text(event, "bankReference"),
                EventFields.value(event, "bankLine", Integer.class),
                EventFields.text(event, "despite"),
                EventFields.text(event, "documentRef"),
                actor,
                recorded.recordedAt());
        return true;
    }

    void write() {
        rows.insert(jdbc, schema + ".disbursement");
        rows = columns();
    }

    private static SqlArrays columns() {
        return SqlArrays.of(
                "reference text",
                "fund_code text",
                "year integer",
                "allocation_no text",
                "payee text",
                "account_id text",
                "category text",
                "purpose text",
                "function_code text",
                "economic_code text",
                "invoice_no text",
                "tranche integer",
                "currency text",
                "state text",
                "amount numeric",
                "effective_date date",
                "bank_account text",
                "bank_reference text",
                "bank_line integer",
                "despite text",
                "document_ref text",
                "requested_by text",
                "recorded_at timestamptz");
    }
}
