package org.specialfund.ledger.core.reconciliation.event;

import java.math.BigDecimal;
import java.util.List;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The bank's statement of a month came in, in place of any before it; the file is kept elsewhere.
 *
 * @param fileSize in bytes
 * @param fileSha256 of the file's bytes
 * @param receivedBy opaque person id
 */
@EventType("reconciliation.statement-received")
public record StatementReceived(
        String fundCode,
        int year,
        String month,
        BigDecimal openingBalance,
        BigDecimal closingBalance,
        String currency,
        List<StatementLine> lines,
        long fileSize,
        String fileSha256,
        String receivedBy)
        implements ReconciliationEvent {

    /** Copies the lines. */
    public StatementReceived {
        lines = List.copyOf(lines);
    }
}
