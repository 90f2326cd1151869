package org.specialfund.ledger.core.allocation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.FundRules;
import org.specialfund.ledger.core.project.ProjectFacts;
import org.specialfund.ledger.core.project.ProjectRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/**
 * The last tranche of an allocation waits for what the fund's rules require of its category: the project's acceptance,
 * its security evidence. In such a category an allocation pays by tranches only, or it would have no last one.
 */
public final class FinalTranche {

    private FinalTranche() {}

    /** Refuses a payment out of the last tranche before what its category requires is there. */
    public static void check(AllocationTerms terms, @Nullable Integer tranche, Work work) {
        FundRules rules = terms.year().rules();
        AllocationOrigin origin = terms.origin();
        boolean acceptance = rules.requires(origin.category(), "acceptance");
        boolean security = rules.requires(origin.category(), "security-evidence");
        if (!acceptance && !security) {
            return;
        }
        Guard.that(tranche != null, () -> Refusal.of(AllocationRefusals.TRANCHE_NEEDED));
        int last = work.ask(Allocation.key(origin.allocationNo()), Allocation::lastTranche);
        if (!Objects.equals(tranche, last)) {
            return;
        }
        ProjectFacts facts = origin.projectNo() == null ? null : work.fact(ProjectFacts.GATE.key(origin.projectNo()));
        Guard.that(
                !acceptance || facts != null && facts.accepted(),
                () -> refusal(ProjectRefusals.ACCEPTANCE_NEEDED, origin));
        Guard.that(
                !security || facts != null && facts.secured(),
                () -> refusal(ProjectRefusals.SECURITY_EVIDENCE_NEEDED, origin));
    }

    private static Refusal refusal(RefusalCode code, AllocationOrigin origin) {
        return Refusal.of(code)
                .with("projectNo", Objects.requireNonNullElse(origin.projectNo(), "-"))
                .with("category", Objects.requireNonNullElse(origin.category(), "-"));
    }
}
