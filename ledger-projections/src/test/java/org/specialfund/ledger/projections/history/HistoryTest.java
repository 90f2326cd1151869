package org.specialfund.ledger.projections.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.TestEvents;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.refusal.RefusalProjection;
import org.specialfund.ledger.projections.refusal.RefusalQuery;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.specialfund.ledger.projections.refusal.RefusedAttempt;

class HistoryTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private History history;
    private final Refusals refusals = new Refusals(database.dataSource(), database.transactions());

    @BeforeEach
    void record() {
        List<RecordedEvent> events = List.of(
                event(1, "p-2", "p-1", appropriated("F1", "1000.00", DAY)),
                event(2, "p-3", null, committed("F1", "A1", DAY.plusDays(9))),
                event(3, "p-3", null, appropriated("F2", "7.00", DAY)),
                event(4, "p-3", null, refused("fund-suspended", "A1")),
                event(5, "p-2", "p-1", committed("F1", "A2", DAY.plusDays(10))),
                event(6, "p-1", null, refused("over-budget", "A2")));
        history = new History(database.dataSource(), database.transactions(), TestEvents.holding(database, events));
        Applying.apply(database, new HistoryProjection(database.jdbc()), events);
        Applying.apply(database, new RefusalProjection(database.jdbc()), events);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEntrySaysWhoDidWhatWhenOnWhichRulesAndWhatItMoved() {
        HistoryEntry entry = history.page(HistoryQuery.ofEvent(id(1)), false, null, 10)
                .rows()
                .get(0);

        assertThat(entry.type()).isEqualTo("fund-year.budget-appropriated");
        assertThat(entry.recordedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(entry.effectiveDate()).isEqualTo(DAY);
        assertThat(entry.fundCode()).isEqualTo("F1");
        assertThat(entry.year()).isEqualTo(2025);
        assertThat(entry.allocationNo()).isNull();
        assertThat(entry.amount()).isEqualTo("1000.00");
        assertThat(entry.documentRef()).isEqualTo("锡财预〔2025〕1号");
        assertThat(entry.actor()).isEqualTo("p-2");
        assertThat(entry.role()).isEqualTo("approver");
        assertThat(entry.proposedBy()).isEqualTo("p-1");
        assertThat(entry.rulesVersion()).isEqualTo(3);
        assertThat(entry.postings())
                .containsExactly(
                        new HistoryEntry.Leg("appropriated.F1.2025", new BigDecimal("-1000.00")),
                        new HistoryEntry.Leg("unallocated.F1.2025", new BigDecimal("1000.00")));
    }

    @Test
    void eventsAreFoundByWhatTheyConcern() {
        assertThat(positions(HistoryQuery.ofFund("F1", null))).containsExactly(1L, 2L, 5L);
        assertThat(positions(HistoryQuery.ofFund("F1", 2024))).isEmpty();
        assertThat(positions(HistoryQuery.ofAllocation("A2"))).containsExactly(5L);
        assertThat(positions(HistoryQuery.all())).hasSize(6);
    }

    @Test
    void eventsAreFoundByPersonTypeAndPeriod() {
        assertThat(positions(query("p-1", null, null, null, null))).containsExactly(1L, 5L, 6L);
        assertThat(positions(query(null, "fund-year.committed", null, null, null)))
                .containsExactly(2L, 5L);
        assertThat(positions(query(null, "fund-year.", null, null, null))).containsExactly(1L, 2L, 3L, 5L);
        assertThat(positions(query(null, null, START.plusSeconds(2), START.plusSeconds(4), null)))
                .containsExactly(2L, 3L);
        assertThat(positions(query(null, "fund-year.", null, null, 3L))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void pagesJoinInBothDirections() {
        for (boolean newestFirst : new boolean[] {false, true}) {
            List<Long> joined = new ArrayList<>();
            Long cursor = null;
            do {
                Page<HistoryEntry, Long> page = history.page(HistoryQuery.all(), newestFirst, cursor, 4);
                page.rows().forEach(entry -> joined.add(entry.position()));
                cursor = page.next();
            } while (cursor != null);
            assertThat(joined)
                    .isEqualTo(newestFirst ? List.of(6L, 5L, 4L, 3L, 2L, 1L) : List.of(1L, 2L, 3L, 4L, 5L, 6L));
        }
    }

    @Test
    void refusalsAreFoundWithTheirFigures() {
        Page<RefusedAttempt, Long> page = refusals.page(RefusalQuery.all(), null, 1);
        assertThat(page.next()).isEqualTo(6);
        RefusedAttempt second =
                refusals.page(RefusalQuery.all(), page.next(), 1).rows().get(0);

        assertThat(second.code()).isEqualTo("fund-suspended");
        assertThat(second.command()).isEqualTo("allocation.issue");
        assertThat(second.actor()).isEqualTo("p-3");
        assertThat(second.figures()).isEqualTo(Map.of("available", "0.00", "requested", "5.00"));
        assertThat(second.subject()).isEqualTo(Map.of("allocationNo", "A1"));
        RefusalQuery byAllocation = new RefusalQuery(null, null, null, "A2", null, null, null);
        assertThat(refusals.page(byAllocation, null, 10).rows())
                .extracting(RefusedAttempt::position)
                .containsExactly(6L);
        assertThat(refusals.countByCode(RefusalQuery.all())).isEqualTo(Map.of("fund-suspended", 1L, "over-budget", 1L));
    }

    private List<Long> positions(HistoryQuery query) {
        List<Long> streamed = new ArrayList<>();
        assertThat(history.each(query, entry -> streamed.add(entry.position())))
                .isEqualTo(query.knownAt() == null ? 6 : query.knownAt());
        List<Long> paged = history.page(query, false, null, 100).rows().stream()
                .map(HistoryEntry::position)
                .toList();
        assertThat(paged).isEqualTo(streamed);
        return paged;
    }

    private static HistoryQuery query(String actor, String type, Instant from, Instant until, Long knownAt) {
        return new HistoryQuery(
                null, null, null, null, null, null, actor, type, null, from, until, null, null, knownAt);
    }

    private static LedgerEvent appropriated(String fund, String amount, LocalDate day) {
        return new BudgetAppropriated(fund, 2025, new BigDecimal(amount), "CNY", day, "锡财预〔2025〕1号", null);
    }

    private static LedgerEvent committed(String fund, String allocation, LocalDate day) {
        return new Committed(fund, 2025, allocation, null, 2025, new BigDecimal("5.00"), "CNY", day);
    }

    private static LedgerEvent refused(String code, String allocation) {
        return new RefusalRecorded(
                "allocation.issue",
                code,
                Map.of("available", "0.00", "requested", "5.00"),
                Map.of("allocationNo", allocation));
    }

    private static RecordedEvent event(long position, String actor, String proposedBy, LedgerEvent event) {
        Map<String, String> metadata = proposedBy == null
                ? Map.of("actor", actor, "role", "clerk")
                : Map.of(
                        "actor",
                        actor,
                        "role",
                        "approver",
                        "proposedBy",
                        proposedBy,
                        "confirmedBy",
                        actor,
                        "rulesVersion",
                        "3");
        return new RecordedEvent(
                position,
                START.plusSeconds(position),
                id(position),
                "test:" + position,
                0,
                EventFields.typeOf(event.getClass()).value(),
                "1",
                event,
                metadata);
    }

    private static String id(long position) {
        return "00000000-0000-0000-0000-00000000000" + position;
    }
}
