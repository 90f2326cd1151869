package org.specialfund.ledger.projections.balance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Folds postings into balances. Stops at an event whose postings do not sum to zero in every book, or leave an account
 * below zero that must not be. Thread-safe.
 */
public final class BalanceProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "balance";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public BalanceProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return EventFields.mayPost(event);
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        List<Entry> entries = batch.stream()
                .filter(event -> !event.event().postings().isEmpty())
                .map(Entry::of)
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        Map<Account, List<Leg>> legs = new LinkedHashMap<>();
        Map<Account, String> currencies = new LinkedHashMap<>();
        for (Entry entry : entries) {
            int number = 0;
            for (Posting posting : entry.postings()) {
                Leg leg = new Leg(entry.position(), number++, entry.effectiveDate(), posting.amount());
                legs.computeIfAbsent(posting.account(), account -> new ArrayList<>())
                        .add(leg);
                String currency = currencies.putIfAbsent(posting.account(), entry.currency());
                if (currency != null && !currency.equals(entry.currency())) {
                    throw new IllegalStateException(posting.account().name() + " holds " + currency + ", not "
                            + entry.currency() + ", at position " + entry.position());
                }
            }
        }
        AccountTables tables = new AccountTables(jdbc, schema);
        AccountRows rows = new AccountRows();
        entries.forEach(rows::addEntry);
        Map<Account, Long> ids = tables.resolve(currencies, rows);
        AccountTables.addTo(rows, tables.extend(ids, legs));
        rows.write(jdbc, schema);
    }

    @Override
    public Filling filling(String schema) {
        return new BalanceFilling(jdbc, schema);
    }
}
