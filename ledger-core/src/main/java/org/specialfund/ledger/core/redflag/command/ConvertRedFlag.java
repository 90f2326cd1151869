package org.specialfund.ledger.core.redflag.command;

import java.util.List;
import org.specialfund.ledger.core.audit.command.RaiseFinding;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Raises a finding out of a flag: it rests on the flag's events. The other fields mean what they mean in
 * {@link RaiseFinding}, and who may do it follows from that.
 */
@EventType("red-flag.convert")
public record ConvertRedFlag(
        String rule,
        int version,
        String subject,
        String auditNo,
        String findingId,
        String title,
        String statement,
        String severity,
        String unit,
        List<String> allocationNos)
        implements LedgerCommand {

    /** The flag's events are not known before it is decided: any reference stands for them in the form. */
    private static final List<String> SOME_ENTRY = List.of("red-flag@0");

    /** Checks the form. */
    public ConvertRedFlag {
        new Form()
                .code("rule", rule)
                .range("version", version, 1, 999)
                .text("subject", subject)
                .check();
        allocationNos = new RaiseFinding(
                        auditNo, findingId, title, statement, severity, unit, SOME_ENTRY, allocationNos)
                .allocationNos();
    }

    /** The finding, resting on those events. */
    public RaiseFinding finding(List<String> entries) {
        return new RaiseFinding(auditNo, findingId, title, statement, severity, unit, entries, allocationNos);
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.INSPECTOR, Role.AUDITOR);
    }
}
