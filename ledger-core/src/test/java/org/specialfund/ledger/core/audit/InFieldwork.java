package org.specialfund.ledger.core.audit;

import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** Where most tests of audits begin: AU1 in fieldwork, and the allocations A1 and A2 of the unit T:1. */
public final class InFieldwork {

    private InFieldwork() {}

    /** Begins there. */
    public static void begin(Scenario ledger) {
        ledger.standard()
                .given(Do.issue("A1", "400", "2026-02-01"), Do.issue("A2", "100", "2026-02-01"))
                .given(AuditDo.plan(), AuditDo.notice("2026-06-10"), AuditDo.fieldwork("2026-06-13"));
    }
}
