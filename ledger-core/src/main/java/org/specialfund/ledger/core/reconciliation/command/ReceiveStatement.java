package org.specialfund.ledger.core.reconciliation.command;

import java.math.BigDecimal;
import java.util.List;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.core.shared.Role;

/**
 * Takes in the bank's statement of a month; one that is there is replaced, until the month is signed by two people.
 *
 * @param month {@code 2026-03}
 * @param lines in the order of the file; none where nothing moved
 * @param fileSize in bytes
 * @param fileSha256 of the file's bytes, which are kept elsewhere
 */
@EventType("reconciliation.receive-statement")
public record ReceiveStatement(
        String fundCode,
        int year,
        String month,
        BigDecimal openingBalance,
        BigDecimal closingBalance,
        List<StatementLine> lines,
        long fileSize,
        String fileSha256)
        implements LedgerCommand {

    /** The longest statement of a month. */
    public static final int MOST_LINES = 10_000;

    private static final int LONGEST_REFERENCE = 100;

    /** Checks the form. */
    public ReceiveStatement {
        lines = lines == null ? List.of() : List.copyOf(lines);
        Form form = MonthName.check(new Form(), fundCode, year, month)
                .amount("openingBalance", openingBalance)
                .amount("closingBalance", closingBalance)
                .that(lines.size() <= MOST_LINES, "lines", "too-long")
                .that(
                        lines.stream().mapToInt(StatementLine::line).distinct().count() == lines.size(),
                        "lines",
                        "repeated")
                .that(fileSize >= 1, "fileSize", "out-of-range")
                .sha256("fileSha256", fileSha256);
        for (StatementLine line : lines) {
            String reference = line.bankReference();
            form.range("lines.line", line.line(), 1, Integer.MAX_VALUE)
                    .date("lines.bookedOn", line.bookedOn())
                    .optionalText("lines.bankReference", reference)
                    .that(
                            reference == null || reference.length() <= LONGEST_REFERENCE,
                            "lines.bankReference",
                            "too-long")
                    .amount("lines.amount", line.amount());
        }
        form.check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK, Role.TREASURY);
    }
}
