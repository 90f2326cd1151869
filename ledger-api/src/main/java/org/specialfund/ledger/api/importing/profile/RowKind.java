package org.specialfund.ledger.api.importing.profile;

import java.util.List;
import java.util.Locale;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.fund.command.EstablishFund;

/** What a row of an import records, in the order in which a file is recorded. */
public enum RowKind {
    FUND(EstablishFund.class, List.of("fundCode"));

    private final CommandShape shape;
    private final List<String> key;

    RowKind(Class<? extends LedgerCommand> command, List<String> key) {
        this.shape = new CommandShape(command);
        this.key = key;
    }

    /** The command that records it. */
    public CommandShape shape() {
        return shape;
    }

    /** The fields that together name what is recorded. */
    public List<String> key() {
        return key;
    }

    /** The name used in reports and profiles: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
