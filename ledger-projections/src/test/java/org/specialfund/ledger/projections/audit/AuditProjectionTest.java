package org.specialfund.ledger.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.audit.event.AuditClosed;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.audit.event.EvidenceAttached;
import org.specialfund.ledger.core.audit.event.FieldworkStarted;
import org.specialfund.ledger.core.audit.event.FindingAdded;
import org.specialfund.ledger.core.audit.event.FindingConfirmed;
import org.specialfund.ledger.core.audit.event.FindingEscalated;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.audit.event.FindingReferred;
import org.specialfund.ledger.core.audit.event.FindingResponded;
import org.specialfund.ledger.core.audit.event.FindingWithdrawn;
import org.specialfund.ledger.core.audit.event.NoticeServed;
import org.specialfund.ledger.core.audit.event.RectificationOrdered;
import org.specialfund.ledger.core.audit.event.RectificationReturned;
import org.specialfund.ledger.core.audit.event.RectificationSubmitted;
import org.specialfund.ledger.core.audit.event.RectificationVerified;
import org.specialfund.ledger.core.audit.event.ReportIssued;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.audit.event.SampledItem;
import org.specialfund.ledger.core.audit.event.ShortNoticeApproved;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** Audits and findings as they are now, and the board of what is to be corrected. */
class AuditProjectionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final Instant START = Instant.parse("2026-06-10T01:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final AuditProjection projection = new AuditProjection(database.jdbc());
    private final Audits audits = new Audits(database.dataSource(), database.transactions());
    private final Findings findings = new Findings(database.dataSource(), database.transactions());
    private long position;

    @BeforeEach
    void anAudit() {
        record(
                new AuditPlanned(
                        "AU1",
                        "title",
                        "regular",
                        List.of("F1", "F2"),
                        List.of(2025, 2026),
                        List.of("p 1"),
                        "CNY",
                        "Asia/Shanghai",
                        null,
                        null),
                new NoticeServed("AU1", DAY, 3, "calendar", DAY.plusDays(3), "doc", null),
                new ShortNoticeApproved("AU1", "urgent", "doc", null),
                new FieldworkStarted("AU1", DAY.plusDays(1)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void record(LedgerEvent... events) {
        List<RecordedEvent> batch = new ArrayList<>();
        for (LedgerEvent event : events) {
            position++;
            batch.add(new RecordedEvent(
                    position,
                    START.plusSeconds(position),
                    new UUID(0, position).toString(),
                    "test:" + position,
                    0,
                    EventFields.typeOf(event.getClass()).value(),
                    "1",
                    event,
                    Map.of("actor", "p-" + position, "role", "auditor")));
        }
        Applying.apply(database, projection, batch);
    }

    private void raised(String id, String unit) {
        record(
                new FindingAdded("AU1", id),
                new FindingRaised(
                        id, "AU1", "title", "statement", "severe", unit, List.of("fund:f1@0"), List.of("A1"), "p-1"),
                new FindingConfirmed(id, DAY, "seen", List.of("A1"), "p-2"));
    }

    private void ordered(String id, LocalDate dueDate) {
        record(new RectificationOrdered(id, "return it", dueDate, "p-1", null, null));
    }

    private List<String> ids(List<FindingView> found) {
        return found.stream().map(FindingView::findingId).toList();
    }

    @Test
    void anAuditShowsItsStepsSamplesAndEvidence() {
        SampledItem item = new SampledItem("D1", "A1", "T:1", "return", new BigDecimal("-5.50"), "negative");
        record(
                new SampleDrawn(
                        "AU1",
                        "S1",
                        "monetary-unit",
                        "seed",
                        3,
                        1,
                        77,
                        "ab",
                        4,
                        new BigDecimal("9.10"),
                        "CNY",
                        List.of(item)),
                new EvidenceAttached("AU1", "E1", null, "a.pdf", "application/pdf", 3, "cd"),
                new ReportIssued("AU1", DAY.plusDays(4), "report", null),
                new AuditClosed("AU1", DAY.plusDays(5), "done"));

        AuditView audit = audits.find("AU1").orElseThrow();

        assertThat(audit.state()).isEqualTo("closed");
        assertThat(audit.fundCodes()).containsExactly("F1", "F2");
        assertThat(audit.years()).containsExactly(2025, 2026);
        assertThat(audit.team()).containsExactly("p 1");
        assertThat(audit.earliest()).isEqualTo(DAY.plusDays(3));
        assertThat(audit.shortNotice()).isEqualTo("urgent");
        assertThat(audit.fieldworkOn()).isEqualTo(DAY.plusDays(1));
        assertThat(audit.report()).isEqualTo("report");
        assertThat(audit.closedOn()).isEqualTo(DAY.plusDays(5));
        assertThat(audit.samples()).singleElement().satisfies(sample -> assertThat(sample.populationSum())
                .isEqualTo("9.10"));
        assertThat(audit.evidence()).singleElement().satisfies(evidence -> assertThat(evidence.attachedBy())
                .isEqualTo("p-6"));
        assertThat(audits.sample("AU1", "S1").orElseThrow().items())
                .containsExactly(new AuditView.Item("D1", "A1", "T:1", "return", new BigDecimal("-5.50"), "negative"));
        assertThat(audits.evidence("AU1", "E9")).isEmpty();
        assertThat(audits.page("closed", "F2", null, 10).rows()).hasSize(1);
        assertThat(audits.page("closed", "F3", null, 10).rows()).isEmpty();
        assertThat(audits.page(null, null, "AU1", 10).rows()).isEmpty();
    }

    @Test
    void aFindingShowsWhereItStandsAndEveryStep() {
        raised("F-1", "T:1");
        assertThat(findings.find("F-1").orElseThrow().suspends()).containsExactly("A1");
        record(new FindingResponded("F-1", "a response", "doc", null));
        ordered("F-1", DAY.plusDays(9));
        record(
                new RectificationSubmitted("F-1", "done", "p-5", "doc", null),
                new RectificationReturned("F-1", "not all", DAY.plusDays(20)));
        FindingView returned = findings.find("F-1").orElseThrow();
        assertThat(returned.state()).isEqualTo("to-be-corrected");
        assertThat(returned.dueDate()).isEqualTo(DAY.plusDays(20));
        record(
                new RectificationSubmitted("F-1", "all done", "p-5", "doc", null),
                new RectificationVerified("F-1", DAY, "seen"));

        FindingView cleared = findings.find("F-1").orElseThrow();

        assertThat(cleared.state()).isEqualTo("cleared");
        assertThat(cleared.suspends()).isEmpty();
        assertThat(cleared.steps())
                .extracting(FindingView.Step::said)
                .containsExactly("statement", "seen", "a response", "return it", "done", "not all", "all done", "seen");
        assertThat(cleared.steps().get(2).documentRef()).isEqualTo("doc");
        assertThat(cleared.steps().get(3).dueDate()).isEqualTo(DAY.plusDays(9));
    }

    @Test
    void theBoardGoesByDueDateAndAsksForWhatIsOverdue() {
        for (String id : List.of("F-1", "F-2", "F-3", "F-4")) {
            raised(id, id.equals("F-3") ? "T:2" : "T:1");
        }
        ordered("F-1", DAY.plusDays(9));
        ordered("F-2", DAY.plusDays(3));
        ordered("F-3", DAY.plusDays(3));
        FindingQuery all = new FindingQuery("AU1", null, null, null, null, null);

        Page<FindingView, String> first = findings.rectifications(all, null, 2);
        assertThat(ids(first.rows())).containsExactly("F-2", "F-3");
        assertThat(ids(findings.rectifications(all, first.next(), 2).rows())).containsExactly("F-1");
        LocalDate later = DAY.plusDays(4);
        assertThat(ids(findings.toEscalate(DAY.plusDays(3), 10))).isEmpty();
        assertThat(ids(findings.toEscalate(later, 10))).containsExactly("F-2", "F-3");
        assertThat(ids(findings.toEscalate(later, 1))).containsExactly("F-2");
        FindingQuery overdue = new FindingQuery(null, "T:1", null, "to-be-corrected", null, later);
        assertThat(ids(findings.rectifications(overdue, null, 9).rows())).containsExactly("F-2");

        record(
                new FindingEscalated("F-2", DAY.plusDays(3)),
                new RectificationSubmitted("F-3", "done", "p-5", "d", null));
        assertThat(findings.toEscalate(later, 10)).isEmpty();
        assertThat(findings.find("F-2").orElseThrow().overdue(later)).isTrue();
        assertThat(findings.find("F-3").orElseThrow().overdue(later)).isFalse();
        ordered("F-2", DAY.plusDays(5));
        assertThat(ids(findings.toEscalate(DAY.plusDays(6), 10)))
                .as("another due date")
                .containsExactly("F-2");
    }

    @Test
    void findingsAreFoundByStateAndUnitInTheOrderOfRaising() {
        raised("F-2", "T:1");
        raised("F-1", "T:2");
        raised("F-3", "T:1");
        record(
                new FindingWithdrawn("F-2", DAY, "a slip"),
                new FindingReferred("F-3", "Police", "beyond us", "doc", null));

        Page<FindingView, Long> first =
                findings.page(new FindingQuery("AU1", null, "severe", null, null, null), null, 2);
        assertThat(ids(first.rows())).containsExactly("F-2", "F-1");
        assertThat(ids(findings.page(new FindingQuery("AU1", null, null, null, null, null), first.next(), 2)
                        .rows()))
                .containsExactly("F-3");
        assertThat(ids(findings.page(new FindingQuery(null, "T:1", null, "referred", null, null), null, 9)
                        .rows()))
                .containsExactly("F-3");
        assertThat(findings.find("F-2").orElseThrow().suspends()).isEmpty();
        assertThat(findings.find("F-3").orElseThrow().suspends()).containsExactly("A1");
        assertThat(findings.find("F-3").orElseThrow().steps().get(2).said()).isEqualTo("Police: beyond us");
    }
}
