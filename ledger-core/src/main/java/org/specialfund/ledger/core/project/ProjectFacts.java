package org.specialfund.ledger.core.project;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.project.event.AcceptanceRecorded;
import org.specialfund.ledger.core.project.event.ProjectEvent;
import org.specialfund.ledger.core.project.event.SecurityEvidenceRecorded;

/** The facts about a project that payments depend on: its gate. There is none before any of them holds. */
public record ProjectFacts(boolean accepted, boolean secured) {

    /** The gate of a project, keyed by its number. */
    public static final GateType<ProjectFacts> GATE =
            new GateType<>("project", ProjectFacts.class, ProjectFacts::keyOf, ProjectFacts::after);

    private static @Nullable String keyOf(LedgerEvent event) {
        return event instanceof AcceptanceRecorded || event instanceof SecurityEvidenceRecorded
                ? ((ProjectEvent) event).projectNo()
                : null;
    }

    private static ProjectFacts after(@Nullable ProjectFacts before, LedgerEvent event) {
        return new ProjectFacts(
                event instanceof AcceptanceRecorded || before != null && before.accepted,
                event instanceof SecurityEvidenceRecorded || before != null && before.secured);
    }
}
