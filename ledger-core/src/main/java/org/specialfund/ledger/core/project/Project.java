package org.specialfund.ledger.core.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.project.command.ApproveProject;
import org.specialfund.ledger.core.project.command.AssignExperts;
import org.specialfund.ledger.core.project.command.CheckProject;
import org.specialfund.ledger.core.project.command.OpenNotice;
import org.specialfund.ledger.core.project.command.RaiseObjection;
import org.specialfund.ledger.core.project.command.RecordAcceptance;
import org.specialfund.ledger.core.project.command.RecordMilestone;
import org.specialfund.ledger.core.project.command.RecordReview;
import org.specialfund.ledger.core.project.command.RecordSecurityEvidence;
import org.specialfund.ledger.core.project.command.RecuseExpert;
import org.specialfund.ledger.core.project.command.RejectProject;
import org.specialfund.ledger.core.project.command.ResolveObjection;
import org.specialfund.ledger.core.project.command.ScorePerformance;
import org.specialfund.ledger.core.project.command.SubmitProject;
import org.specialfund.ledger.core.project.command.WithdrawProject;
import org.specialfund.ledger.core.project.event.ObjectionResolved;
import org.specialfund.ledger.core.project.event.ProjectApproved;
import org.specialfund.ledger.core.project.event.ProjectChecked;
import org.specialfund.ledger.core.project.event.ProjectEvent;
import org.specialfund.ledger.core.project.event.ProjectRejected;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.project.event.ProjectWithdrawn;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/**
 * What a unit applies with: the order of its steps, who takes part in which, and what allocations take of the approved
 * amount, over all years and funds.
 */
@AggregateRoot(type = "project")
@Revision("1")
public class Project {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Project> TYPE = new AggregateType<>(Project.class, "project", 11, Project::new);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private @Nullable ProjectOrigin origin;
    private String category = "";
    private BigDecimal applied = BigDecimal.ZERO;
    private String currency = "";

    @AggregateMember
    private final Progress progress = new Progress();

    @AggregateMember
    private final Parties parties = new Parties();

    @AggregateMember
    private final Reviewing reviewing = new Reviewing();

    @AggregateMember
    private final Objections objections = new Objections();

    @AggregateMember
    private final Delivery delivery = new Delivery();

    @AggregateMember
    private final ProjectMoney money = new ProjectMoney();

    Project() {}

    /** The key of a project. */
    public static AggregateKey<Project> key(String projectNo) {
        return TYPE.key(projectNo);
    }

    Optional<ProjectOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    /** The use category it applies in. */
    String category() {
        return category;
    }

    List<ProjectEvent> submit(SubmitProject c, BigDecimal amount, String ofCurrency, Person actor) {
        ProjectOrigin same = new ProjectOrigin(c.projectNo(), c.applicant(), c.asksFor());
        boolean again = progress.isSentBack() && same.equals(origin);
        if (!again) {
            Guard.notTaken(
                    origin == null ? null : origin.projectNo(),
                    c.projectNo(),
                    ProjectRefusals.PROJECT_EXISTS,
                    "projectNo");
        }
        return List.of(new ProjectSubmitted(
                c.projectNo(),
                c.applicant(),
                c.title(),
                c.category(),
                c.asksFor(),
                amount,
                ofCurrency,
                actor.id(),
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256()));
    }

    List<ProjectEvent> check(CheckProject c, Person actor) {
        parties.checkNotOfApplicant(actor);
        progress.checkIn(c.projectNo(), Progress.SUBMITTED);
        return List.of(new ProjectChecked(c.projectNo(), c.result(), c.reason(), actor.id()));
    }

    List<ProjectEvent> assignExperts(AssignExperts c, Person actor) {
        parties.checkNotOfApplicant(actor);
        c.experts()
                .forEach(expert -> parties.checkNotOfApplicant(new Person(expert.person(), Set.of(), expert.unit())));
        progress.checkIn(c.projectNo(), Progress.IN_REVIEW);
        return List.of(reviewing.assign(c, parties.decided(actor)));
    }

    List<ProjectEvent> recuse(RecuseExpert c, Person actor) {
        progress.checkIn(c.projectNo(), Progress.IN_REVIEW);
        return List.of(reviewing.recuse(c, actor));
    }

    List<ProjectEvent> review(RecordReview c, Person actor) {
        parties.checkNotOfApplicant(actor);
        progress.checkIn(c.projectNo(), Progress.IN_REVIEW);
        return List.of(reviewing.review(c, actor.id()));
    }

    List<ProjectEvent> openNotice(OpenNotice c, Person actor, int required, int workingDays, WorkingCalendar calendar) {
        parties.checkNotOfApplicant(actor);
        progress.checkIn(c.projectNo(), Progress.IN_REVIEW);
        return List.of(reviewing.openNotice(c, required, workingDays, calendar));
    }

    List<ProjectEvent> raiseObjection(RaiseObjection c, Person actor) {
        progress.checkIn(c.projectNo(), Progress.ON_NOTICE);
        return List.of(objections.raise(c, actor));
    }

    /** Several may have been raised to one notice: the others are decided even after one was upheld. */
    List<ProjectEvent> resolveObjection(ResolveObjection c, Person actor) {
        parties.checkNotOfApplicant(actor);
        ObjectionResolved resolved = objections.resolve(c, actor);
        progress.checkIn(resolved.projectNo(), Progress.ON_NOTICE, Progress.IN_REVIEW);
        return List.of(resolved);
    }

    List<ProjectEvent> approve(ApproveProject c, BigDecimal amount, People people) {
        parties.checkDecide(people);
        reviewing.checkHaveNotReviewed(people);
        progress.checkIn(c.projectNo(), Progress.ON_NOTICE);
        objections.checkNoneOpen(c.projectNo());
        objections.checkNoticeOver(c.effectiveDate());
        Guard.that(amount.compareTo(applied) <= 0, () -> Refusal.of(ProjectRefusals.EXCEEDS_APPLIED)
                .with("requested", amount)
                .with("applied", applied));
        return List.of(new ProjectApproved(
                c.projectNo(), amount, currency, c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    List<ProjectEvent> reject(RejectProject c, People people) {
        parties.checkDecide(people);
        reviewing.checkHaveNotReviewed(people);
        progress.checkIn(c.projectNo(), Progress.UNDECIDED);
        return List.of(
                new ProjectRejected(c.projectNo(), c.reason(), c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    List<ProjectEvent> withdraw(WithdrawProject c, Person actor) {
        parties.checkOwn(actor);
        progress.checkIn(c.projectNo(), Progress.UNDECIDED);
        return List.of(new ProjectWithdrawn(c.projectNo(), c.reason()));
    }

    List<ProjectEvent> recordMilestone(RecordMilestone c, Person actor) {
        if (!actor.roles().contains(Role.PLANNER)) {
            parties.checkOwn(actor);
        }
        progress.checkIn(c.projectNo(), Progress.LIVE);
        return List.of(delivery.milestone(c));
    }

    List<ProjectEvent> accept(RecordAcceptance c, Person actor) {
        parties.checkNotOfApplicant(actor);
        progress.checkIn(c.projectNo(), Progress.APPROVED);
        return List.of(delivery.accept(c));
    }

    List<ProjectEvent> takeEvidence(RecordSecurityEvidence c, Person actor) {
        parties.checkNotOfApplicant(actor);
        progress.checkIn(c.projectNo(), Progress.LIVE);
        return List.of(delivery.takeEvidence(c));
    }

    List<ProjectEvent> score(ScorePerformance c, Person actor) {
        parties.checkNotOfApplicant(actor);
        progress.checkIn(c.projectNo(), Progress.ACCEPTED);
        return List.of(delivery.score(c));
    }

    /** Whether the allocation takes part in the approved amount; one issued before projects were known does not. */
    public boolean counts(String named, String allocationNo) {
        return origin != null && origin.projectNo().equals(named) && money.counts(allocationNo);
    }

    /** Takes of the approved amount for an allocation of the applicant. */
    public List<ProjectEvent> commit(Taking t) {
        Guard.that(origin != null && origin.projectNo().equals(t.projectNo()), () -> unknown(t.projectNo()));
        progress.checkLives(t.projectNo());
        return List.of(money.commit(t));
    }

    /** Gives back what an allocation had taken. */
    public List<ProjectEvent> release(Taking t) {
        return List.of(money.release(t));
    }

    /** Moves what an allocation had taken to another allocation of the project. */
    public List<ProjectEvent> move(Taking from, String toAllocationNo, int toYear) {
        return List.of(money.move(from, toAllocationNo, toYear));
    }

    /** What all allocations took of the approved amount. */
    public BigDecimal committed() {
        return money.committed();
    }

    static Refusal unknown(String projectNo) {
        return Refusal.of(ProjectRefusals.UNKNOWN_PROJECT).with("projectNo", projectNo);
    }

    @EventSourcingHandler
    void on(ProjectSubmitted e) {
        id = key(e.projectNo()).streamId();
        origin = new ProjectOrigin(e.projectNo(), e.applicant(), e.asksFor());
        category = e.category();
        applied = e.amount();
        currency = e.currency();
    }
}
