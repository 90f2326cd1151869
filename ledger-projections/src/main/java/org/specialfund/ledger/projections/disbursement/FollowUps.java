package org.specialfund.ledger.projections.disbursement;

import java.math.BigDecimal;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what came after payments: a row a return, recovery or report of spending. Not thread-safe. */
final class FollowUps {

    private static final String RETURN = "return";
    private static final String RECOVERY = "recovery";
    private static final String SPENDING_REPORT = "spending-report";

    private final SqlArrays rows = SqlArrays.of(
            "position bigint",
            "kind text",
            "fund_code text",
            "year integer",
            "allocation_no text",
            "effective_date date",
            "amount numeric");

    void add(RecordedEvent recorded) {
        if (recorded.event() instanceof DisbursementReturned e) {
            add(recorded.position(), RETURN, e, e.allocationNo(), e.amount());
        } else if (recorded.event() instanceof RecoveryReceived e) {
            add(recorded.position(), RECOVERY, e, e.allocationNo(), e.amount());
        } else if (recorded.event() instanceof SpendingReported e) {
            add(recorded.position(), SPENDING_REPORT, e, e.allocationNo(), e.amount());
        } else if (recorded.event() instanceof DisbursementEntryReversed e) {
            switch (e.movement()) {
                case "return" ->
                    add(
                            recorded.position(),
                            RETURN,
                            e,
                            e.allocationNo(),
                            e.amount().negate());
                case "recovery-receipt" ->
                    add(
                            recorded.position(),
                            RECOVERY,
                            e,
                            e.allocationNo(),
                            e.amount().negate());
                case "spending-report" ->
                    add(
                            recorded.position(),
                            SPENDING_REPORT,
                            e,
                            e.allocationNo(),
                            e.amount().negate());
                default -> {} // a demand or a waiver: nothing came back
            }
        }
    }

    void write(JdbcTemplate jdbc, String schema) {
        rows.insert(jdbc, schema + ".follow_up");
    }

    private void add(long position, String kind, MoneyEvent event, String allocationNo, BigDecimal amount) {
        rows.add(position, kind, event.fundCode(), event.year(), allocationNo, event.effectiveDate(), amount);
    }
}
