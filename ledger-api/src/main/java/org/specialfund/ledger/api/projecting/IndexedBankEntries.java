package org.specialfund.ledger.api.projecting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.disbursement.event.BankMovement;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.reconciliation.Indexed;
import org.specialfund.ledger.projections.reconciliation.Reconciliations;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds bank movements by the index that the projection of reconciliations keeps, and in the table of events what is not
 * indexed yet: nothing that is committed is missing. Costs as much as there are in these days. Thread-safe.
 */
final class IndexedBankEntries implements BankEntries {

    /** How many events are read at once. */
    private static final int TOGETHER = 1_000;

    private static final List<String> TYPES = LedgerCore.events().stream()
            .filter(BankMovement.class::isAssignableFrom)
            .map(event -> EventFields.typeOf(event).value())
            .toList();

    private final ObjectProvider<EventTable> events;
    private final ObjectProvider<Reconciliations> index;

    /** Asks for both when they are needed: they stand on the store, which this is a part of. */
    IndexedBankEntries(ObjectProvider<EventTable> events, ObjectProvider<Reconciliations> index) {
        this.events = events;
        this.index = index;
    }

    @Override
    public List<Entry> dated(String fundCode, LocalDate from, LocalDate to, long upTo) {
        List<Entry> entries = new ArrayList<>();
        Consumer<RecordedEvent> keep = recorded -> {
            if (recorded.position() <= upTo
                    && recorded.event() instanceof BankMovement event
                    && event.movesBank()
                    && event.fundCode().equals(fundCode)
                    && !event.effectiveDate().isBefore(from)
                    && !event.effectiveDate().isAfter(to)) {
                entries.add(new Entry(new EventRef(recorded.stream(), recorded.sequence()), event));
            }
        };
        Indexed indexed = index.getObject().indexed(fundCode, from, to);
        EventTable table = events.getObject();
        List<Long> positions = indexed.positions();
        for (int first = 0; first < positions.size(); first += TOGETHER) {
            table.at(positions.subList(first, Math.min(first + TOGETHER, positions.size())))
                    .forEach(keep);
        }
        long reached = indexed.reached();
        List<RecordedEvent> page;
        do {
            page = table.behind(reached, TYPES, TOGETHER);
            page.forEach(keep);
            reached = page.isEmpty() ? reached : page.get(page.size() - 1).position();
        } while (page.size() == TOGETHER);
        return entries;
    }
}
