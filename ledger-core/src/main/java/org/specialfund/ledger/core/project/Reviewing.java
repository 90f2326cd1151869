package org.specialfund.ledger.core.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.project.command.AssignExperts;
import org.specialfund.ledger.core.project.command.OpenNotice;
import org.specialfund.ledger.core.project.command.RecordReview;
import org.specialfund.ledger.core.project.command.RecuseExpert;
import org.specialfund.ledger.core.project.event.ExpertRecused;
import org.specialfund.ledger.core.project.event.ExpertsAssigned;
import org.specialfund.ledger.core.project.event.NoticeOpened;
import org.specialfund.ledger.core.project.event.ObjectionResolved;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.project.event.ReviewRecorded;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** Who reviews a project, and who has, round by round. Not thread-safe. */
final class Reviewing {

    private int round = 1;
    private LocalDate since = LocalDate.EPOCH;

    /** Whether each expert who was ever asked is still to review. */
    private final Map<String, Boolean> experts = new TreeMap<>();

    private final Set<String> reviewed = new TreeSet<>();
    private final Set<String> everReviewed = new TreeSet<>();

    /** Refuses people who have decided in the same matter, who were asked before, and the recused for ever. */
    ExpertsAssigned assign(AssignExperts c, Collection<String> decided) {
        c.experts().forEach(expert -> {
            Guard.that(!decided.contains(expert.person()), () -> Refusal.of(CommonRefusals.SAME_PERSON));
            checkNotRecused(expert.person(), c.projectNo());
            Guard.that(!experts.containsKey(expert.person()), () -> Refusal.of(ProjectRefusals.EXPERT_ASSIGNED)
                    .with("expert", expert.person())
                    .with("projectNo", c.projectNo()));
        });
        return new ExpertsAssigned(c.projectNo(), c.experts());
    }

    ExpertRecused recuse(RecuseExpert c, Person actor) {
        Guard.that(
                actor.roles().contains(Role.PLANNER) || actor.id().equals(c.expert()),
                () -> Refusal.of(ProjectRefusals.RECUSES_ONESELF_ONLY));
        checkReviews(c.expert(), c.projectNo());
        return new ExpertRecused(c.projectNo(), c.expert(), c.reason());
    }

    /** Refuses who was not asked, who is recused, and a second review in one round. */
    ReviewRecorded review(RecordReview c, String expert) {
        checkReviews(expert, c.projectNo());
        Guard.that(!reviewed.contains(expert), () -> Refusal.of(ProjectRefusals.ALREADY_REVIEWED)
                .with("projectNo", c.projectNo())
                .with("round", round));
        checkNotBefore(c.effectiveDate());
        return new ReviewRecorded(c.projectNo(), round, expert, c.score(), c.opinion(), c.effectiveDate());
    }

    /** Refuses a notice with fewer reviews than required, or one that begins before they were made. */
    NoticeOpened openNotice(OpenNotice c, int required, int workingDays, WorkingCalendar calendar) {
        Guard.that(reviewed.size() >= required, () -> Refusal.of(ProjectRefusals.REVIEWS_MISSING)
                .with("projectNo", c.projectNo())
                .with("required", required)
                .with("recorded", reviewed.size()));
        checkNotBefore(c.firstDay());
        LocalDate lastDay = calendar.lastOf(workingDays, c.firstDay());
        return new NoticeOpened(
                c.projectNo(), round, c.firstDay(), workingDays, lastDay, c.documentRef(), c.documentSha256());
    }

    /** Refuses who reviewed the project in any round. */
    void checkHaveNotReviewed(People people) {
        Stream.of(people.actor(), people.proposedBy())
                .filter(Objects::nonNull)
                .forEach(person ->
                        Guard.that(!everReviewed.contains(person.id()), () -> Refusal.of(CommonRefusals.SAME_PERSON)));
    }

    private void checkReviews(String expert, String projectNo) {
        checkNotRecused(expert, projectNo);
        Guard.that(experts.containsKey(expert), () -> Refusal.of(ProjectRefusals.EXPERT_NOT_ASSIGNED)
                .with("projectNo", projectNo));
    }

    private void checkNotRecused(String expert, String projectNo) {
        Guard.that(experts.getOrDefault(expert, true), () -> Refusal.of(ProjectRefusals.EXPERT_RECUSED)
                .with("projectNo", projectNo));
    }

    private void checkNotBefore(LocalDate day) {
        Guard.that(!day.isBefore(since), () -> Refusal.of(ProjectRefusals.DATE_BEFORE_STEP)
                .with("effectiveDate", day)
                .with("since", since));
    }

    @EventSourcingHandler
    void on(ProjectSubmitted e) {
        since = e.effectiveDate();
    }

    @EventSourcingHandler
    void on(ExpertsAssigned e) {
        e.experts().forEach(expert -> experts.put(expert.person(), true));
    }

    /** A review already made does not count any more. */
    @EventSourcingHandler
    void on(ExpertRecused e) {
        experts.put(e.expert(), false);
        reviewed.remove(e.expert());
    }

    @EventSourcingHandler
    void on(ReviewRecorded e) {
        reviewed.add(e.expert());
        everReviewed.add(e.expert());
        since = since.isBefore(e.effectiveDate()) ? e.effectiveDate() : since;
    }

    @EventSourcingHandler
    void on(ObjectionResolved e) {
        if (e.upheld()) {
            round++;
            reviewed.clear();
            since = since.isBefore(e.effectiveDate()) ? e.effectiveDate() : since;
        }
    }
}
