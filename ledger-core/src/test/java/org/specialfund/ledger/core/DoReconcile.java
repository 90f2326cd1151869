package org.specialfund.ledger.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.specialfund.ledger.core.reconciliation.command.CountersignReconciliation;
import org.specialfund.ledger.core.reconciliation.command.ExplainItems;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.command.SignReconciliation;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;

/** Commands to the reconciliation of a month of the fund F1, year 2026, as tests say them in one line. */
public final class DoReconcile {

    private DoReconcile() {}

    /** A statement; each line is {@code day reference amount}, {@code -} for no reference. */
    public static ReceiveStatement receive(String month, String opening, String closing, String... lines) {
        List<StatementLine> read = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            read.add(new StatementLine(
                    read.size() + 1, Do.day(words[0]), words[1].equals("-") ? null : words[1], Do.amount(words[2])));
        }
        return new ReceiveStatement(
                "F1", 2026, month, Do.amount(opening), Do.amount(closing), read, 10, "0123456789abcdef".repeat(4));
    }

    /** The same reason for each of these items, {@code side item}. */
    public static ExplainItems explain(String month, String... items) {
        return new ExplainItems(
                "F1",
                2026,
                month,
                Arrays.stream(items)
                        .map(item -> item.split(" ", 2))
                        .map(words -> new ExplainItems.Explanation(words[0], words[1], "in-transit", null))
                        .toList());
    }

    public static SignReconciliation sign(String month) {
        return new SignReconciliation("F1", 2026, month);
    }

    public static CountersignReconciliation countersign(String month) {
        return new CountersignReconciliation("F1", 2026, month);
    }
}
