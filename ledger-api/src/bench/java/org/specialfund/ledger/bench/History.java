package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;

/** A ledger with a long history; its projections stand at the end of it, empty until they are rebuilt. */
final class History implements AutoCloseable {

    /**
     * A ledger that has recorded its history itself has made snapshots on the way; this one reads the longest stream
     * whole, once, which on a busy machine takes longer than a transaction may.
     */
    private static final String PATIENT = "--spring.datasource.hikari.data-source-properties.options="
            + "-c statement_timeout=5min -c idle_in_transaction_session_timeout=5min -c transaction_timeout=5min";

    /** The database of which all histories are copies at first. */
    static final String PREPARED = "prepared";

    private final String url;
    private final Ledger ledger;
    private final long cents;
    private final long events;

    private History(String url, Ledger ledger, long cents, long events) {
        this.url = url;
        this.ledger = ledger;
        this.cents = cents;
        this.events = events;
    }

    /** Prepared by commands, then filled with payments of that shape. */
    static History create(Bench bench, String name, int payments, Filler.Shape shape, boolean silent) throws Exception {
        Filler filler = bench.filler();
        bench.say(name + ": writing " + payments + " payments");
        String url = bench.server().copy(PREPARED, name);
        long cents;
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            cents = filler.fill(connection, payments, shape, silent);
            for (String projection : Ledger.PROJECTIONS) {
                statement.execute("update %s.progress set position = (select max(position) from ledger_event)"
                        .formatted(projection));
            }
            statement.execute("update red_flag_run set position = (select max(position) from ledger_event)");
        }
        bench.say(name + ": starting on it");
        Ledger ledger = Ledger.start(url, null, bench.settings().directory(), PATIENT);
        Long events = ledger.jdbc().queryForObject("select count(*) from ledger_event", Long.class);
        return new History(url, ledger, cents, events == null ? 0 : events);
    }

    String url() {
        return url;
    }

    Ledger ledger() {
        return ledger;
    }

    long events() {
        return events;
    }

    /** The rebuilt balances are those of the payments that were written, and every book sums to zero. */
    void check() {
        new Checks(ledger).balanced();
        BigDecimal paid = ledger.jdbc()
                .queryForObject(
                        "select sum(b.balance) from balance.balance b join balance.account a on a.id = b.account_id"
                                + " where a.kind = 'paid' and a.allocation like 'ALLOCATION-%'",
                        BigDecimal.class);
        if (paid == null || paid.compareTo(BigDecimal.valueOf(cents, 2)) != 0) {
            throw new IllegalStateException("written " + cents + " cents, rebuilt " + paid);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
