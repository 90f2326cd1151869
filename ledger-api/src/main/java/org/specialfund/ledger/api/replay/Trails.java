package org.specialfund.ledger.api.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryQuery;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * The documents and events on the way of money from its appropriation to an allocation and its payments. Found by
 * index: neither the payments of an allocation nor the allocations of a year are read. Thread-safe.
 */
@Component
class Trails {

    /** Years are named by one allocation each: more would be no chain. */
    private static final int LONGEST_CHAIN = 50;

    private static final int MOST_EVENTS = 200;

    private static final List<String> APPROPRIATIONS = List.of(
            "fund-year.budget-appropriated",
            "fund-year.budget-increased",
            "fund-year.budget-reduced",
            "fund-year.opening-recorded",
            "fund-year.entry-reversed");

    private final History history;
    private final EventTable events;
    private final Allocations allocations;

    /**
     * One stretch of the way.
     *
     * @param what {@code appropriation}: the budget of the year that the money is of; {@code carry-over}: of a year's
     *     unallocated money;
     *     {@code allocation}: what it was made of, and what left it other than by payments; {@code payment}
     * @param more whether there are other events: the history lists them
     */
    record Stretch(
            String what,
            String fundCode,
            int year,
            @Nullable String allocationNo,
            @Nullable String reference,
            List<EventView> events,
            boolean more) {}

    Trails(History history, EventTable events, Allocations allocations) {
        this.history = history;
        this.events = events;
        this.allocations = allocations;
    }

    /** From the appropriation to this allocation, through those that it was carried from. */
    List<Stretch> toAllocation(AllocationView allocation, LocalDate asOf, long knownAt) {
        List<AllocationView> chain = chain(allocation);
        AllocationView oldest = chain.get(0);
        List<Stretch> way = new ArrayList<>();
        way.add(ofYear("appropriation", APPROPRIATIONS, oldest.fundCode(), oldest.originYear(), asOf, knownAt));
        for (int year = oldest.originYear(); year < oldest.year(); year++) {
            way.add(ofYear("carry-over", List.of("fund-year.carried-over"), oldest.fundCode(), year, asOf, knownAt));
        }
        chain.forEach(link -> way.add(ofAllocation(link, asOf, knownAt)));
        return way;
    }

    /** The payment and all that came of it. */
    Stretch payment(AllocationView allocation, String reference, LocalDate asOf, long knownAt) {
        HistoryQuery query = new HistoryQuery(
                null, null, null, null, reference, null, null, null, null, null, null, null, null, knownAt);
        List<Long> found = history.positions(query, false, null, MOST_EVENTS + 1);
        return stretch("payment", allocation.fundCode(), allocation.year(), null, reference, found, asOf);
    }

    /** Oldest first. */
    private List<AllocationView> chain(AllocationView allocation) {
        List<AllocationView> chain = new ArrayList<>(List.of(allocation));
        Set<String> seen = new LinkedHashSet<>(Set.of(allocation.allocationNo()));
        AllocationView first = allocation;
        while (first.carriedFrom() != null && chain.size() < LONGEST_CHAIN) {
            Optional<AllocationView> before = allocations.find(first.carriedFrom());
            if (before.isEmpty() || !seen.add(before.get().allocationNo())) {
                break;
            }
            first = before.get();
            chain.add(0, first);
        }
        return chain;
    }

    private Stretch ofYear(String what, List<String> types, String fundCode, int year, LocalDate asOf, long knownAt) {
        List<Long> found = new ArrayList<>();
        for (String type : types) {
            HistoryQuery query = new HistoryQuery(
                    null, fundCode, year, null, null, null, null, type, null, null, null, null, null, knownAt);
            found.addAll(history.positions(query, false, null, MOST_EVENTS + 1));
        }
        return stretch(what, fundCode, year, null, null, found.stream().sorted().toList(), asOf);
    }

    private Stretch ofAllocation(AllocationView link, LocalDate asOf, long knownAt) {
        List<Long> found = history.ownOf(link.allocationNo(), knownAt, MOST_EVENTS + 1);
        return stretch("allocation", link.fundCode(), link.year(), link.allocationNo(), null, found, asOf);
    }

    private Stretch stretch(
            String what,
            String fundCode,
            int year,
            @Nullable String allocationNo,
            @Nullable String reference,
            List<Long> positions,
            LocalDate asOf) {
        boolean more = positions.size() > MOST_EVENTS;
        List<EventView> shown = events.at(more ? positions.subList(0, MOST_EVENTS) : positions).stream()
                .filter(event -> countsOn(event, asOf))
                .map(EventView::of)
                .toList();
        return new Stretch(what, fundCode, year, allocationNo, reference, shown, more);
    }

    /** What has no effective date counts on every day. */
    private static boolean countsOn(RecordedEvent event, LocalDate asOf) {
        LocalDate day = EventFields.value(event.event(), "effectiveDate", LocalDate.class);
        return day == null || !day.isAfter(asOf);
    }
}
