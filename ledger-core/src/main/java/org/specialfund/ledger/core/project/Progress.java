package org.specialfund.ledger.core.project;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.project.event.AcceptanceRecorded;
import org.specialfund.ledger.core.project.event.NoticeOpened;
import org.specialfund.ledger.core.project.event.ObjectionResolved;
import org.specialfund.ledger.core.project.event.PerformanceScored;
import org.specialfund.ledger.core.project.event.ProjectApproved;
import org.specialfund.ledger.core.project.event.ProjectChecked;
import org.specialfund.ledger.core.project.event.ProjectRejected;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.project.event.ProjectWithdrawn;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** Where one project stands. Not thread-safe. */
final class Progress {

    static final String SUBMITTED = "submitted";
    static final String IN_REVIEW = "in-review";
    static final String ON_NOTICE = "on-notice";
    static final String APPROVED = "approved";
    static final String ACCEPTED = "accepted";

    private static final String SENT_BACK = "sent-back";
    private static final String EVALUATED = "evaluated";

    static final String[] UNDECIDED = {SUBMITTED, SENT_BACK, IN_REVIEW, ON_NOTICE};
    static final String[] LIVE = {APPROVED, ACCEPTED, EVALUATED};

    private String status = "";

    boolean isSentBack() {
        return status.equals(SENT_BACK);
    }

    /** Refuses where the project is at none of these steps. */
    void checkIn(String projectNo, String... needed) {
        Guard.that(List.of(needed).contains(status), () -> Refusal.of(ProjectRefusals.PROJECT_WRONG_STEP)
                .with("projectNo", projectNo)
                .with("status", status)
                .with("needed", String.join(", ", needed)));
    }

    /** Refuses allocations for a project that was not approved. */
    void checkLives(String projectNo) {
        Guard.that(List.of(LIVE).contains(status), () -> Refusal.of(ProjectRefusals.PROJECT_NOT_APPROVED)
                .with("projectNo", projectNo)
                .with("status", status));
    }

    @EventSourcingHandler
    void on(ProjectSubmitted e) {
        status = SUBMITTED;
    }

    @EventSourcingHandler
    void on(ProjectChecked e) {
        status = e.result().equals("complete") ? IN_REVIEW : SENT_BACK;
    }

    @EventSourcingHandler
    void on(NoticeOpened e) {
        status = ON_NOTICE;
    }

    @EventSourcingHandler
    void on(ObjectionResolved e) {
        status = e.upheld() ? IN_REVIEW : status;
    }

    @EventSourcingHandler
    void on(ProjectApproved e) {
        status = APPROVED;
    }

    @EventSourcingHandler
    void on(ProjectRejected e) {
        status = "rejected";
    }

    @EventSourcingHandler
    void on(ProjectWithdrawn e) {
        status = "withdrawn";
    }

    @EventSourcingHandler
    void on(AcceptanceRecorded e) {
        status = ACCEPTED;
    }

    @EventSourcingHandler
    void on(PerformanceScored e) {
        status = EVALUATED;
    }
}
