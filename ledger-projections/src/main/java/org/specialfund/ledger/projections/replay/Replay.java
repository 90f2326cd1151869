package org.specialfund.ledger.projections.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.specialfund.ledger.core.fund.event.FundYearAdded;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/**
 * Rebuilds a fund from its events, by what each posts, without a look at any projection: the fund names its
 * years, a year its allocations, an allocation its payments. Costs one reading of all these streams, by their index;
 * holds the accounts, the names of the fund's allocations and of one allocation's payments. Thread-safe.
 */
public final class Replay {

    /** Streams of payments are short: so many are read at once. */
    private static final int TOGETHER = 50;

    private final EventTable events;

    /** Reads that table. */
    public Replay(EventTable events) {
        this.events = events;
    }

    /**
     * The balances of a fund, and what it stands under.
     *
     * @param asOf only what counts on that day or before; suspensions, rules and states of years are those of all days
     * @param knownAt only what was recorded at that position or before
     */
    public Replayed fund(String fundCode, LocalDate asOf, long knownAt) {
        Map<String, BigDecimal> balances = new HashMap<>();
        FundState state = new FundState();
        long read = events(fundCode, knownAt, recorded -> {
            state.add(recorded.event());
            if (recorded.event() instanceof MoneyEvent money
                    && !money.effectiveDate().isAfter(asOf)) {
                for (Posting posting : money.postings()) {
                    balances.merge(posting.account().name(), posting.amount(), BigDecimal::add);
                }
            }
        });
        return new Replayed(read, balances, state.view());
    }

    /**
     * Every event of a fund up to a position, one by one: in order within each stream, stream by stream. Answers how
     * many; none where there is no such fund, or one whose code differs by case.
     */
    public long events(String fundCode, long knownAt, Consumer<RecordedEvent> each) {
        Reading reading = new Reading(knownAt, each);
        Set<Integer> years = new TreeSet<>();
        if (!exists(fundCode, knownAt)) {
            return 0;
        }
        reading.read(List.of("fund:" + fundCode), event -> {
            if (event instanceof FundYearAdded added) {
                years.add(added.year());
            }
        });
        for (int year : years) {
            Set<String> allocations = new TreeSet<>();
            reading.read(List.of("fund-year:" + fundCode + "/" + year), event -> {
                note(event, "allocationNo", allocations);
                note(event, "toAllocationNo", allocations);
            });
            allocations.forEach(reading::allocation);
        }
        return reading.read;
    }

    private boolean exists(String fundCode, long knownAt) {
        return events.first(List.of("fund:" + fundCode.toLowerCase(Locale.ROOT))).stream()
                .anyMatch(first ->
                        first.position() <= knownAt && fundCode.equals(EventFields.text(first.event(), "fundCode")));
    }

    private static void note(LedgerEvent event, String field, Set<String> names) {
        String name = EventFields.text(event, field);
        if (name != null) {
            names.add(name);
        }
    }

    private final class Reading {

        private final long knownAt;
        private final Consumer<RecordedEvent> each;
        private final Set<String> begun = new TreeSet<>();
        private long read;

        Reading(long knownAt, Consumer<RecordedEvent> each) {
            this.knownAt = knownAt;
            this.each = each;
        }

        void allocation(String allocationNo) {
            if (!begun.add(allocationNo)) {
                return; // two years name one that was carried over
            }
            Set<String> payments = new TreeSet<>();
            read(List.of("allocation:" + allocationNo), event -> note(event, "reference", payments));
            List<String> streams = payments.stream()
                    .map(reference -> "disbursement:" + reference)
                    .toList();
            for (int first = 0; first < streams.size(); first += TOGETHER) {
                read(streams.subList(first, Math.min(first + TOGETHER, streams.size())), event -> {});
            }
        }

        void read(Collection<String> streams, Consumer<LedgerEvent> also) {
            List<String> ids =
                    streams.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
            events.streams(ids, knownAt, recorded -> {
                read++;
                each.accept(recorded);
                also.accept(recorded.event());
            });
        }
    }
}
