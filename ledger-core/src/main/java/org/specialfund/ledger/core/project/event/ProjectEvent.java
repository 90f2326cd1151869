package org.specialfund.ledger.core.project.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a project. */
public sealed interface ProjectEvent extends LedgerEvent
        permits AcceptanceRecorded,
                CommitmentMoved,
                ExpertRecused,
                ExpertsAssigned,
                MilestoneRecorded,
                NoticeOpened,
                ObjectionRaised,
                ObjectionResolved,
                PerformanceScored,
                ProjectApproved,
                ProjectChecked,
                ProjectCommitted,
                ProjectRejected,
                ProjectReleased,
                ProjectSubmitted,
                ProjectWithdrawn,
                ReviewRecorded,
                SecurityEvidenceRecorded {

    /** The project. */
    String projectNo();
}
