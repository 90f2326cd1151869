package org.specialfund.ledger.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** What is stored, and of bank entries what this unit of work has recorded and not stored yet. Of one thread. */
final class LookupOfUnit implements Lookup {

    private final Lookup stored;
    private final List<BankEntries.Entry> recorded;

    LookupOfUnit(Lookup stored, List<BankEntries.Entry> recorded) {
        this.stored = stored;
        this.recorded = recorded;
    }

    @Override
    public List<BankEntries.Entry> bankEntries(String fundCode, LocalDate from, LocalDate to) {
        List<BankEntries.Entry> entries = new ArrayList<>(stored.bankEntries(fundCode, from, to));
        recorded.stream()
                .filter(entry -> entry.event().fundCode().equals(fundCode))
                .filter(entry -> !entry.event().effectiveDate().isBefore(from)
                        && !entry.event().effectiveDate().isAfter(to))
                .forEach(entries::add);
        return entries;
    }

    @Override
    public Optional<LedgerEvent> first(AggregateKey<?> aggregate) {
        return stored.first(aggregate);
    }

    @Override
    public List<LedgerEvent> all(AggregateKey<?> aggregate) {
        return stored.all(aggregate);
    }

    @Override
    public Optional<List<MoneyEvent>> paid(String fundCode, int year, long upTo) {
        return stored.paid(fundCode, year, upTo);
    }

    @Override
    public Optional<LedgerEvent> event(EventRef ref) {
        return stored.event(ref);
    }

    @Override
    public Set<String> people(EventRef ref) {
        return stored.people(ref);
    }
}
