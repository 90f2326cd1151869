package org.specialfund.ledger.core.audit;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What a step of a finding rests on: how it was raised, which never changes, and its audit. */
record FindingTerms(FindingRaised raised, AuditTerms audit) {

    /** The terms; refuses an unknown finding, and one whose id differs by case. */
    static FindingTerms of(Work work, String findingId) {
        FindingRaised raised = find(findingId, work.lookup());
        if (raised == null) {
            throw Refusal.of(AuditRefusals.UNKNOWN_FINDING)
                    .with("findingId", findingId)
                    .asException();
        }
        return new FindingTerms(raised, AuditTerms.of(work, raised.auditNo()));
    }

    /** How the finding was raised; null where there is none. */
    static @Nullable FindingRaised find(String findingId, Lookup lookup) {
        return lookup.first(Finding.key(findingId))
                .map(FindingRaised.class::cast)
                .filter(raised -> raised.findingId().equals(findingId))
                .orElse(null);
    }

    /** Refuses a unit that is not the one that answers for the finding. */
    void checkOwnUnit() {
        Guard.that(raised.unit().equals(audit.actor().unit()), () -> Refusal.of(CommonRefusals.UNIT_NOT_ITS_OWN));
    }
}
