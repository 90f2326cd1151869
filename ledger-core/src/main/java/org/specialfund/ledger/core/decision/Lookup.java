package org.specialfund.ledger.core.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Reads of events that cannot change, without a lock. */
public interface Lookup {

    /** The first event of an aggregate. */
    Optional<LedgerEvent> first(AggregateKey<?> aggregate);

    /** All events of an aggregate, in order; costs as much as the stream is long. */
    List<LedgerEvent> all(AggregateKey<?> aggregate);

    /**
     * The events of a fund year that moved what is paid, up to a position of the store's global order and in any order;
     * empty while an event may still be recorded at or before that position. Costs as much as the year is long.
     */
    Optional<List<MoneyEvent>> paid(String fundCode, int year, long upTo);

    /**
     * What {@link BankEntries} finds now, with what this unit of work has recorded. Nothing of the fund is missing where
     * the fund's gate is held exclusively.
     */
    List<BankEntries.Entry> bankEntries(String fundCode, LocalDate from, LocalDate to);

    /** The event of that stream and sequence number. */
    Optional<LedgerEvent> event(EventRef ref);

    /** The opaque ids of the people who stand behind that event; none where there is no such event. */
    Set<String> people(EventRef ref);
}
