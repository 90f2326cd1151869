package org.specialfund.ledger.core.project;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.project.event.ProjectChecked;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;

/** Who applied with a project and who checked its form: they take no other part in deciding it. Not thread-safe. */
final class Parties {

    private String applicant = "";
    private String submittedBy = "";
    private String checkedBy = "";

    /** Refuses who applied, and whoever is of the applying unit. */
    void checkNotOfApplicant(Person person) {
        Guard.that(
                !applicant.equals(person.unit()) && !submittedBy.equals(person.id()),
                () -> Refusal.of(ProjectRefusals.OF_THE_APPLICANT).with("applicant", applicant));
    }

    /** Refuses whoever is not of the applying unit. */
    void checkOwn(Person actor) {
        Guard.that(applicant.equals(actor.unit()), () -> Refusal.of(CommonRefusals.UNIT_NOT_ITS_OWN));
    }

    /** Refuses an approval or rejection by the applicant's people, or confirmed by who checked the form. */
    void checkDecide(People people) {
        Stream.of(people.actor(), people.proposedBy()).filter(Objects::nonNull).forEach(this::checkNotOfApplicant);
        Person confirmer = people.confirmedBy();
        Guard.that(
                confirmer == null || !confirmer.id().equals(checkedBy), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    /** Who has decided about the project before it is reviewed, with who asks the experts now. */
    List<String> decided(Person actor) {
        return List.of(checkedBy, actor.id());
    }

    @EventSourcingHandler
    void on(ProjectSubmitted e) {
        applicant = e.applicant();
        submittedBy = e.submittedBy();
    }

    @EventSourcingHandler
    void on(ProjectChecked e) {
        checkedBy = e.checkedBy();
    }
}
