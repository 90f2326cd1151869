package org.specialfund.ledger.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.Recording;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** The list of projects says what the events say, whether they come one by one or all together. */
class ProjectsTest {

    private static final Person OBJECTOR = new Person("p-other", Set.of(Role.UNIT), "T:2");

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private final TestDatabase database = TestDatabase.fresh();
    private final Projects projects = new Projects(database.dataSource(), database.transactions());

    @AfterEach
    void close() {
        database.close();
    }

    private void applyAll() {
        List<RecordedEvent> recorded = Recording.of(ledger.ledger());
        Applying.apply(database, new ProjectProjection(database.jdbc()), recorded);
        try (TestDatabase other = TestDatabase.fresh()) {
            recorded.forEach(event -> Applying.apply(other, new ProjectProjection(other.jdbc()), List.of(event)));
            assertThat(other.rows("project")).isEqualTo(database.rows("project"));
        }
    }

    @Test
    void aProjectShowsItsStepsAndWhatIsAllocatedAndPaidOfIt() {
        ledger.standard().noticed("P1", "100");
        ledger.accepts(DoProject.object("P1", "2026-01-14"), OBJECTOR);
        ledger.given(DoProject.resolve("P1:1", true, "2026-01-15"));
        ledger.reviews("P1", "2026-01-16");
        ledger.given(
                DoProject.notice("P1", "2026-01-19"),
                DoProject.approve("P1", "90", "2026-01-26"),
                DoProject.milestone("P1", "M1", null),
                DoProject.milestone("P1", "M1", "2026-04-02"),
                Do.issueOf("P1", "A1", "60", "2026-02-01"),
                Do.record("D1", "A1", "40", "2026-02-02"),
                Do.decrease("A1", "10", "2026-02-03"),
                Do.issueOf("P1", "A2", "20", "2026-02-01"),
                Do.move("A1", "A2", "5", "2026-02-03"),
                Do.issue("A3", "50", "2026-02-01"),
                Do.record("D3", "A3", "50", "2026-02-02"),
                DoProject.accept("P1", "2026-05-01"),
                DoProject.secure("P1", "2026-05-02"),
                DoProject.score("P1", 92, "2026-05-03"));
        applyAll();

        Projects.Found found = projects.find("P1").orElseThrow();

        assertThat(found.project().status()).isEqualTo("evaluated");
        assertThat(found.project().round()).isEqualTo(2);
        assertThat(found.project().approved()).isEqualTo("90.00");
        assertThat(found.project().allocated()).isEqualTo("70.00");
        assertThat(found.project().paid()).isEqualTo("40.00");
        assertThat(found.project().grade()).isEqualTo("excellent");
        assertThat(found.project().securedOn()).isEqualTo("2026-05-02");
        ProjectView.Steps steps = found.steps();
        assertThat(steps.asksFor()).containsExactly(new ProjectView.Asked("F1", 2026));
        assertThat(steps.reviews()).extracting(ProjectView.Review::round).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(steps.notices())
                .extracting(notice -> notice.lastDay().toString())
                .containsExactly("2026-01-19", "2026-01-23");
        assertThat(steps.objections()).singleElement().satisfies(objection -> {
            assertThat(objection.upheld()).isTrue();
            assertThat(objection.unit()).isEqualTo("T:2");
        });
        assertThat(steps.milestones()).singleElement().satisfies(milestone -> assertThat(milestone.reachedOn())
                .isEqualTo("2026-04-02"));
        assertThat(steps.allocations())
                .containsExactly(
                        new ProjectView.Share("A1", "F1", 2026, Do.amount("45.00"), Do.amount("40.00")),
                        new ProjectView.Share("A2", "F1", 2026, Do.amount("25.00"), Do.amount("0.00")));
    }

    @Test
    void whatIsCarriedOverIsOfTheNextYear() {
        ledger.standard()
                .approved("P1", "100")
                .given(Do.issueOf("P1", "A1", "100", "2026-02-01"), Do.openYear(2027), Do.startClosing(2026))
                .given(Do.carry("A1", "B1", "70", null));
        applyAll();

        assertThat(projects.find("P1").orElseThrow().steps().allocations())
                .containsExactly(
                        new ProjectView.Share("A1", "F1", 2026, Do.amount("30.00"), Do.amount("0.00")),
                        new ProjectView.Share("B1", "F1", 2027, Do.amount("70.00"), Do.amount("0.00")));
    }

    @Test
    void projectsAreFoundByUnitFundYearCategoryAndStatus() {
        ledger.standard()
                .given(Do.fund("F2").command())
                .given(
                        DoProject.submit("P1", "T:1", "network", "100", "F1", "F2"),
                        DoProject.submit("P2", "T:1", "training", "100", "F1"),
                        DoProject.submit("P3", "T:1", "network", "100", "F2"),
                        DoProject.sendBack("P3"));
        ledger.accepts(DoProject.submit("P4", "T:2", "network", "100", "F1"), OBJECTOR);
        applyAll();

        assertThat(numbers(new ProjectQuery(null, null, null, null, null))).containsExactly("P1", "P2", "P3", "P4");
        assertThat(numbers(new ProjectQuery("T:2", null, null, null, null))).containsExactly("P4");
        assertThat(numbers(new ProjectQuery(null, "F2", null, null, null))).containsExactly("P1", "P3");
        assertThat(numbers(new ProjectQuery(null, "F2", 2027, null, null))).isEmpty();
        assertThat(numbers(new ProjectQuery("T:1", "F1", 2026, "network", "submitted")))
                .containsExactly("P1");
        assertThat(numbers(new ProjectQuery(null, null, null, null, "sent-back")))
                .containsExactly("P3");
        Page<ProjectView, String> second = projects.page(new ProjectQuery(null, null, null, null, null), "P2", 1);
        assertThat(second.rows()).extracting(ProjectView::projectNo).containsExactly("P3");
        assertThat(second.next()).isEqualTo("P3");
    }

    private List<String> numbers(ProjectQuery query) {
        return projects.page(query, null, 10).rows().stream()
                .map(ProjectView::projectNo)
                .toList();
    }

    @Test
    void theLatestWordOnAYearIsKept() {
        ledger.given(
                DoProject.calendar(2027, List.of("2027-01-01"), List.of()),
                DoProject.calendar(2027, List.of("2027-01-01", "2027-02-05"), List.of("2027-02-07")));
        applyAll();

        assertThat(projects.calendarYears()).singleElement().satisfies(year -> {
            assertThat(year.daysOff()).containsExactly(Do.day("2027-01-01"), Do.day("2027-02-05"));
            assertThat(year.workingDays()).containsExactly(Do.day("2027-02-07"));
        });
    }
}
