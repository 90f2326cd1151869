package org.specialfund.ledger.projections.processing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills the new tables of a rebuild with the events that are there when it begins: pages are read and decoded on one
 * thread while those before are folded and written on another. A position that was not there when its page was read is
 * a gap of the progress, as ever: whoever follows from there on fills it.
 */
final class Fill {

    private static final int PAGE = 5_000;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final EventTable source;
    private final ProgressTable progressTable;

    Fill(JdbcTemplate jdbc, TransactionOperations transactions, EventTable source) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.source = source;
        this.progressTable = new ProgressTable(jdbc);
    }

    /**
     * Makes the tables and fills them, progress included: with all events there are, or those up to the first that
     * cannot be read, or those that the filling has room for.
     */
    void run(NextTables tables, Projection projection) throws InterruptedException {
        Filling filling = projection.filling(tables.schema());
        transactions.executeWithoutResult(status -> tables.create(filling.onlyAddedTo()));
        Progress at = filled(projection, filling);
        transactions.executeWithoutResult(status -> {
            takesLong();
            filling.end();
            tables.index(filling.onlyAddedTo());
            progressTable.begin(tables.schema());
            progressTable.advance(tables.schema(), Progress.none(), at);
        });
    }

    private Progress filled(Projection projection, Filling filling) throws InterruptedException {
        // Not later: what was not there yet when its page was read must still be a gap at the end.
        long head = source.head();
        HistoryReader reader = source.history(projection::wants);
        ExecutorService reading = Executors.newSingleThreadExecutor(task -> new Thread(task, "rebuild-reader"));
        try {
            Future<HistoryReader.Page> next = reading.submit(() -> reader.next(PAGE, head));
            while (true) {
                HistoryReader.Page page = get(next);
                boolean last = page.last() || !filling.hasRoom();
                if (!last) {
                    next = reading.submit(() -> reader.next(PAGE, head));
                }
                if (!page.events().isEmpty()) {
                    transactions.executeWithoutResult(status -> filling.add(page.events()));
                }
                if (last) {
                    return page.at();
                }
            }
        } finally {
            reading.shutdownNow();
        }
    }

    /** The limits on what serves people do not hold; nobody waits for these locks. */
    private void takesLong() {
        jdbc.execute("""
                SET LOCAL statement_timeout = 0;
                SET LOCAL idle_in_transaction_session_timeout = 0;
                SET LOCAL transaction_timeout = 0
                """);
    }

    private static HistoryReader.Page get(Future<HistoryReader.Page> page) throws InterruptedException {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("cannot read the history", e.getCause());
        }
    }
}
