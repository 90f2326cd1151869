package org.specialfund.ledger.api.projecting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.specialfund.ledger.api.store.Knowledge;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds what a fund year paid in the table of events: the year's stream names its allocations, these their payments.
 * Costs one reading of all these streams, by their index; holds the events that it answers and the names. Thread-safe.
 */
final class PaidStreams implements PaidEvents {

    /** How many streams are read at once. */
    private static final int TOGETHER = 200;

    private final ObjectProvider<EventTable> events;
    private final Knowledge knowledge;

    /** Asks for the table when it is needed: it stands on the store, which this is a part of. */
    PaidStreams(ObjectProvider<EventTable> events, Knowledge knowledge) {
        this.events = events;
        this.knowledge = knowledge;
    }

    @Override
    public Optional<List<MoneyEvent>> upTo(String fundCode, int year, long position) {
        if (knowledge.isProvisional(position)) {
            return Optional.empty();
        }
        List<MoneyEvent> paid = new ArrayList<>();
        Consumer<LedgerEvent> keep = event -> {
            if (event instanceof MoneyEvent money && isPaid(money, fundCode, year)) {
                paid.add(money);
            }
        };
        Set<String> allocations = new TreeSet<>();
        read(List.of("fund-year:" + fundCode + "/" + year), position, event -> {
            note(event, "allocationNo", "allocation:", allocations);
            note(event, "toAllocationNo", "allocation:", allocations);
        });
        Set<String> payments = new TreeSet<>();
        read(allocations, position, event -> {
            keep.accept(event);
            note(event, "reference", "disbursement:", payments);
        });
        read(payments, position, keep);
        return Optional.of(paid);
    }

    private static boolean isPaid(MoneyEvent event, String fundCode, int year) {
        return event.fundCode().equals(fundCode)
                && event.year() == year
                && event.postings().stream()
                        .anyMatch(posting -> posting.account().kind() == AccountKind.PAID);
    }

    private static void note(LedgerEvent event, String field, String prefix, Set<String> streams) {
        String name = EventFields.text(event, field);
        if (name != null) {
            streams.add(prefix + name.toLowerCase(Locale.ROOT));
        }
    }

    private void read(Collection<String> streams, long position, Consumer<LedgerEvent> each) {
        List<String> ids =
                streams.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
        for (int first = 0; first < ids.size(); first += TOGETHER) {
            events.getObject()
                    .streams(
                            ids.subList(first, Math.min(first + TOGETHER, ids.size())),
                            position,
                            recorded -> each.accept(recorded.event()));
        }
    }
}
