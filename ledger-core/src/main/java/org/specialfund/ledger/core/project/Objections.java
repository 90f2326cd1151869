package org.specialfund.ledger.core.project;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.project.command.RaiseObjection;
import org.specialfund.ledger.core.project.command.ResolveObjection;
import org.specialfund.ledger.core.project.event.NoticeOpened;
import org.specialfund.ledger.core.project.event.ObjectionRaised;
import org.specialfund.ledger.core.project.event.ObjectionResolved;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;

/** The notice of a project, and what was objected. Not thread-safe. */
final class Objections {

    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MAX;

    /** By number, from 1; never removed, so that the next number is known. */
    private final TreeMap<Integer, Objection> all = new TreeMap<>();

    private record Objection(String raisedBy, @Nullable String unit, LocalDate day, boolean open) {}

    ObjectionRaised raise(RaiseObjection c, Person actor) {
        Guard.that(!c.effectiveDate().isBefore(firstDay) && !c.effectiveDate().isAfter(lastDay), () -> Refusal.of(
                        ProjectRefusals.OUTSIDE_NOTICE)
                .with("effectiveDate", c.effectiveDate())
                .with("firstDay", firstDay)
                .with("lastDay", lastDay));
        return new ObjectionRaised(
                c.projectNo(),
                new ObjectionId(c.projectNo(), all.size() + 1).toString(),
                c.grounds(),
                actor.id(),
                actor.unit(),
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
    }

    /** Refuses the objector, and whoever is of the objector's unit. */
    ObjectionResolved resolve(ResolveObjection c, Person actor) {
        ObjectionId id = ObjectionId.of(c.objectionId());
        Objection objection = Guard.present(all.get(id.number()), () -> unknown(c.objectionId()));
        Guard.that(
                !objection.raisedBy().equals(actor.id())
                        && (actor.unit() == null || !Objects.equals(objection.unit(), actor.unit())),
                () -> Refusal.of(CommonRefusals.SAME_PERSON));
        Guard.that(objection.open(), () -> Refusal.of(ProjectRefusals.OBJECTION_RESOLVED)
                .with("objectionId", c.objectionId()));
        Guard.that(!c.effectiveDate().isBefore(objection.day()), () -> Refusal.of(ProjectRefusals.DATE_BEFORE_STEP)
                .with("effectiveDate", c.effectiveDate())
                .with("since", objection.day()));
        return new ObjectionResolved(
                id.projectNo(),
                c.objectionId(),
                c.upheld(),
                c.reason(),
                actor.id(),
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
    }

    void checkNoneOpen(String projectNo) {
        Guard.that(all.values().stream().noneMatch(Objection::open), () -> Refusal.of(ProjectRefusals.OBJECTIONS_OPEN)
                .with(
                        "objections",
                        all.entrySet().stream()
                                .filter(objection -> objection.getValue().open())
                                .map(objection -> new ObjectionId(projectNo, objection.getKey()).toString())
                                .collect(Collectors.joining(", "))));
    }

    /** Refuses a day that is not after the notice. */
    void checkNoticeOver(LocalDate day) {
        Guard.that(day.isAfter(lastDay), () -> Refusal.of(ProjectRefusals.NOTICE_NOT_OVER)
                .with("effectiveDate", day)
                .with("lastDay", lastDay));
    }

    static Refusal unknown(String objectionId) {
        return Refusal.of(ProjectRefusals.UNKNOWN_OBJECTION).with("objectionId", objectionId);
    }

    @EventSourcingHandler
    void on(NoticeOpened e) {
        firstDay = e.firstDay();
        lastDay = e.lastDay();
    }

    @EventSourcingHandler
    void on(ObjectionRaised e) {
        all.put(
                ObjectionId.of(e.objectionId()).number(),
                new Objection(e.raisedBy(), e.unit(), e.effectiveDate(), true));
    }

    @EventSourcingHandler
    void on(ObjectionResolved e) {
        all.computeIfPresent(
                ObjectionId.of(e.objectionId()).number(),
                (number, raised) -> new Objection(raised.raisedBy(), raised.unit(), raised.day(), false));
    }
}
