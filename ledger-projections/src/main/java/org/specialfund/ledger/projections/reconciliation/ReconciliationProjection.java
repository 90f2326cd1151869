package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.disbursement.event.BankMovement;
import org.specialfund.ledger.core.fund.event.FundMonthSigned;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationEvent;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps months beside their bank statements. Sets nothing aside: a month must not be signed on a list that lacks an
 * entry. Thread-safe.
 */
public final class ReconciliationProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "reconciliation";

    private final JdbcTemplate jdbc;
    private final MonthRows months;

    /** Writes through that template. */
    public ReconciliationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.months = new MonthRows(jdbc);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return MoneyEvent.class.isAssignableFrom(event)
                || ReconciliationEvent.class.isAssignableFrom(event)
                || event == FundMonthSigned.class
                || event == RefusalRecorded.class;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        SqlArrays entries = SqlArrays.of("position bigint", "fund_code text", "effective_date date");
        SqlArrays allocations = SqlArrays.of("allocation_no text", "fund_code text");
        SqlArrays refused = SqlArrays.of(
                "position bigint",
                "event_id text",
                "recorded_at timestamptz",
                "code text",
                "command text",
                "bank_reference text",
                "amount numeric",
                "day date",
                "reference text",
                "allocation_no text");
        LateEntries late = new LateEntries(jdbc, schema, batch);
        for (RecordedEvent recorded : batch) {
            LedgerEvent event = recorded.event();
            if (event instanceof BankMovement e && e.movesBank()) {
                entries.add(recorded.position(), e.fundCode(), e.effectiveDate());
            } else if (event instanceof AllocationBegun e) {
                allocations.add(e.allocationNo(), e.fundCode());
            } else if (event instanceof ReconciliationEvent e) {
                months.apply(schema, recorded, e);
            } else if (event instanceof RefusalRecorded e && isOfPayment(e)) {
                refuse(refused, recorded, e);
            }
            late.see(recorded);
        }
        entries.insert(jdbc, schema + ".entry");
        allocations.insert(jdbc, schema + ".allocation");
        refused.insert(jdbc, schema + ".refused");
        late.write();
    }

    /** An attempt to record a payment, at once or as a proposal. */
    private static boolean isOfPayment(RefusalRecorded event) {
        return event.command().startsWith("disbursement.")
                || event.command().equals("proposal.propose") && event.subject().containsKey("reference");
    }

    private static void refuse(SqlArrays refused, RecordedEvent recorded, RefusalRecorded event) {
        Map<String, String> subject = event.subject();
        String bankReference = subject.get("bankReference");
        String amount = subject.get("amount");
        if (bankReference == null && amount == null) {
            return;
        }
        refused.add(
                recorded.position(),
                recorded.eventId(),
                recorded.recordedAt(),
                event.code(),
                event.command(),
                bankReference == null ? null : folded(bankReference),
                amount == null ? null : new BigDecimal(amount).abs(),
                subject.containsKey("effectiveDate") ? subject.get("effectiveDate") : subject.get("paidOn"),
                subject.get("reference"),
                subject.get("allocationNo"));
    }

    /** The same for references that differ by case only. */
    static String folded(String bankReference) {
        return bankReference.strip().toLowerCase(Locale.ROOT);
    }
}
