package org.specialfund.ledger.api.importing.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.payee.command.RegisterPayee;

/** What a row of an import records, in the order in which a file is recorded. The names are stored: frozen. */
public enum RowKind {
    FUND(EstablishFund.class, false, "fundCode"),
    YEAR(OpenYear.class, false, "fundCode", "year"),
    PAYEE(RegisterPayee.class, false, "payee"),
    APPROPRIATION(AppropriateBudget.class, true, "fundCode", "year", "documentRef"),
    ALLOCATION(IssueAllocation.class, true, "allocationNo"),
    DISBURSEMENT(RecordDisbursement.class, true, "reference"),
    RETURN(ReturnDisbursement.class, true, "reference");

    private final CommandShape shape;
    private final boolean movesMoney;
    private final List<String> key;

    RowKind(Class<? extends LedgerCommand> command, boolean movesMoney, String... key) {
        this.shape = new CommandShape(command);
        this.movesMoney = movesMoney;
        this.key = List.of(key);
    }

    /** The kind of that name; throws {@link IllegalArgumentException} where there is none. */
    public static RowKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + word));
    }

    /** The command that records it. */
    public CommandShape shape() {
        return shape;
    }

    /** Whether its command has an amount that moves. */
    public boolean movesMoney() {
        return movesMoney;
    }

    /** The fields that together name what is recorded. */
    public List<String> key() {
        return key;
    }

    /** The name used in reports, tables and profiles: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
