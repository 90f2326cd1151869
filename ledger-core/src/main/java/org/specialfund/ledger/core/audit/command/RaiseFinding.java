package org.specialfund.ledger.core.audit.command;

import java.util.List;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Raises a finding (审计发现); another person confirms it.
 *
 * @param severity {@code minor}, {@code major} or {@code severe}
 * @param unit the audited unit that answers for it
 * @param entries the events it rests on, {@code stream@sequence}
 * @param allocationNos the unit's allocations that it concerns; none where it concerns no money
 */
@EventType("finding.raise")
public record RaiseFinding(
        String auditNo,
        String findingId,
        String title,
        String statement,
        String severity,
        String unit,
        List<String> entries,
        List<String> allocationNos)
        implements LedgerCommand {

    private static final int MOST = 100;

    /** Checks the form. */
    public RaiseFinding {
        Form form = new Form()
                .code("auditNo", auditNo)
                .code("findingId", findingId)
                .text("title", title)
                .text("statement", statement)
                .oneOf("severity", severity, List.of("minor", "major", "severe"))
                .payee("unit", unit)
                .list("entries", entries, MOST)
                .that(allocationNos != null, "allocationNos", "required")
                .that(allocationNos == null || allocationNos.size() <= MOST, "allocationNos", "too-long");
        form.check();
        entries.forEach(entry -> form.that(EventRef.isOne(entry), "entries", "invalid-code"));
        allocationNos.forEach(allocationNo -> form.code("allocationNos", allocationNo));
        form.distinct("allocationNos", allocationNos).check();
        entries = List.copyOf(entries);
        allocationNos = List.copyOf(allocationNos);
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
