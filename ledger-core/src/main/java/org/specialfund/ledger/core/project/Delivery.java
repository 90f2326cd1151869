package org.specialfund.ledger.core.project;

import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.project.command.RecordAcceptance;
import org.specialfund.ledger.core.project.command.RecordMilestone;
import org.specialfund.ledger.core.project.command.RecordSecurityEvidence;
import org.specialfund.ledger.core.project.command.ScorePerformance;
import org.specialfund.ledger.core.project.event.AcceptanceRecorded;
import org.specialfund.ledger.core.project.event.MilestoneRecorded;
import org.specialfund.ledger.core.project.event.PerformanceScored;
import org.specialfund.ledger.core.project.event.ProjectApproved;
import org.specialfund.ledger.core.project.event.SecurityEvidenceRecorded;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What an approved project delivers: never dated before its approval, or before its acceptance. Not thread-safe. */
final class Delivery {

    private LocalDate since = LocalDate.EPOCH;

    MilestoneRecorded milestone(RecordMilestone c) {
        return new MilestoneRecorded(
                c.projectNo(),
                c.milestone(),
                c.title(),
                c.plannedOn(),
                c.reachedOn(),
                c.documentRef(),
                c.documentSha256());
    }

    AcceptanceRecorded accept(RecordAcceptance c) {
        checkNotBefore(c.effectiveDate());
        return new AcceptanceRecorded(c.projectNo(), c.effectiveDate(), c.documentRef(), c.documentSha256());
    }

    SecurityEvidenceRecorded takeEvidence(RecordSecurityEvidence c) {
        return new SecurityEvidenceRecorded(c.projectNo(), c.effectiveDate(), c.documentRef(), c.documentSha256());
    }

    PerformanceScored score(ScorePerformance c) {
        checkNotBefore(c.effectiveDate());
        return new PerformanceScored(
                c.projectNo(), c.score(), grade(c.score()), c.effectiveDate(), c.documentRef(), c.documentSha256());
    }

    /** At least 90 优, 80 良, 60 中, else 差 (domain.md). */
    private static String grade(int score) {
        if (score >= 90) {
            return "excellent";
        }
        if (score >= 80) {
            return "good";
        }
        return score >= 60 ? "fair" : "poor";
    }

    private void checkNotBefore(LocalDate day) {
        Guard.that(!day.isBefore(since), () -> Refusal.of(ProjectRefusals.DATE_BEFORE_STEP)
                .with("effectiveDate", day)
                .with("since", since));
    }

    @EventSourcingHandler
    void on(ProjectApproved e) {
        since = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(AcceptanceRecorded e) {
        since = e.effectiveDate();
    }
}
