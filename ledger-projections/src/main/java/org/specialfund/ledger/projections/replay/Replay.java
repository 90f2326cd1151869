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
 * Rebuilds a fund's balances from its events, by what each posts, without a look at any projection: the fund names its
 * years, a year its allocations, an allocation its payments. Costs one reading of all these streams, by their index;
 * holds the accounts, and the names in the streams of one year and one allocation. Thread-safe.
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
     * The balances of a fund.
     *
     * @param asOf only what counts on that day or before
     * @param knownAt only what was recorded at that position or before
     */
    public Replayed fund(String fundCode, LocalDate asOf, long knownAt) {
        Sums sums = new Sums(asOf, knownAt);
        Set<Integer> years = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        sums.read(List.of("fund:" + fundCode), event -> {
            note(event, "fundCode", codes);
            if (event instanceof FundYearAdded added) {
                years.add(added.year());
            }
        });
        if (!codes.contains(fundCode)) {
            return new Replayed(0, Map.of()); // none, or one whose code differs by case
        }
        for (int year : years) {
            Set<String> allocations = new TreeSet<>();
            sums.read(List.of("fund-year:" + fundCode + "/" + year), event -> {
                note(event, "allocationNo", allocations);
                note(event, "toAllocationNo", allocations);
            });
            allocations.forEach(sums::allocation);
        }
        return new Replayed(sums.read, sums.balances);
    }

    private static void note(LedgerEvent event, String field, Set<String> names) {
        String name = EventFields.text(event, field);
        if (name != null) {
            names.add(name);
        }
    }

    private final class Sums {

        private final LocalDate asOf;
        private final long knownAt;
        private final Map<String, BigDecimal> balances = new HashMap<>();
        private long read;

        Sums(LocalDate asOf, long knownAt) {
            this.asOf = asOf;
            this.knownAt = knownAt;
        }

        void allocation(String allocationNo) {
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
                post(recorded);
                also.accept(recorded.event());
            });
        }

        private void post(RecordedEvent recorded) {
            if (!(recorded.event() instanceof MoneyEvent money)
                    || money.effectiveDate().isAfter(asOf)) {
                return;
            }
            for (Posting posting : money.postings()) {
                balances.merge(posting.account().name(), posting.amount(), BigDecimal::add);
            }
        }
    }
}
