package org.specialfund.ledger.core.project;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.project.event.CommitmentMoved;
import org.specialfund.ledger.core.project.event.ProjectApproved;
import org.specialfund.ledger.core.project.event.ProjectCommitted;
import org.specialfund.ledger.core.project.event.ProjectReleased;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What was approved, and what each allocation took of it. Not thread-safe. */
final class ProjectMoney {

    private String applicant = "";
    private String category = "";
    private String currency = "";
    private final Set<String> funds = new TreeSet<>();
    private BigDecimal approved = BigDecimal.ZERO;
    private final Map<String, BigDecimal> taken = new TreeMap<>();

    /** Whether the allocation ever took of it. */
    boolean counts(String allocationNo) {
        return taken.containsKey(allocationNo);
    }

    /** What all allocations took together. */
    BigDecimal committed() {
        return taken.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Refuses another unit, fund or category than the project's, and more than is left of the approved amount. */
    ProjectCommitted commit(Taking t) {
        checkOfProject(t);
        BigDecimal left = approved.subtract(committed());
        Guard.that(t.amount().compareTo(left) <= 0, () -> Refusal.of(ProjectRefusals.EXCEEDS_APPROVED)
                .with("projectNo", t.projectNo())
                .with("requested", t.amount())
                .with("approved", approved)
                .with("left", left));
        return new ProjectCommitted(
                t.projectNo(), t.allocationNo(), t.fundCode(), t.year(), t.amount(), currency, t.day());
    }

    ProjectReleased release(Taking t) {
        return new ProjectReleased(
                t.projectNo(), t.allocationNo(), t.fundCode(), t.year(), t.amount(), currency, t.day());
    }

    CommitmentMoved move(Taking from, String toAllocationNo, int toYear) {
        return new CommitmentMoved(
                from.projectNo(),
                toAllocationNo,
                toYear,
                from.allocationNo(),
                from.fundCode(),
                from.year(),
                from.amount(),
                currency,
                from.day());
    }

    private void checkOfProject(Taking t) {
        Guard.that(applicant.equals(t.recipient()), () -> Refusal.of(ProjectRefusals.PROJECT_OTHER_RECIPIENT)
                .with("projectNo", t.projectNo())
                .with("applicant", applicant)
                .with("recipient", t.recipient()));
        Guard.that(funds.contains(t.fundCode()), () -> Refusal.of(ProjectRefusals.PROJECT_OTHER_FUND)
                .with("projectNo", t.projectNo())
                .with("fundCode", t.fundCode()));
        Guard.that(category.equals(t.category()), () -> Refusal.of(ProjectRefusals.PROJECT_OTHER_CATEGORY)
                .with("projectNo", t.projectNo())
                .with("category", category)
                .with("requested", Objects.requireNonNullElse(t.category(), "-")));
    }

    private void take(String allocationNo, BigDecimal change) {
        taken.merge(allocationNo, change, BigDecimal::add);
    }

    @EventSourcingHandler
    void on(ProjectSubmitted e) {
        applicant = e.applicant();
        category = e.category();
        currency = e.currency();
        e.asksFor().forEach(asked -> funds.add(asked.fundCode()));
    }

    @EventSourcingHandler
    void on(ProjectApproved e) {
        approved = e.amount();
    }

    @EventSourcingHandler
    void on(ProjectCommitted e) {
        take(e.allocationNo(), e.amount());
    }

    @EventSourcingHandler
    void on(ProjectReleased e) {
        take(e.allocationNo(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(CommitmentMoved e) {
        take(e.allocationNo(), e.amount().negate());
        take(e.toAllocationNo(), e.amount());
    }
}
