package org.specialfund.ledger.projections.processing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Tries dead letters again, those of one stream in their order. Thread-safe. */
final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final EventTable source;
    private final TransactionOperations transactions;
    private final ProgressTable progressTable;
    private final DeadLetterTable deadLetters;

    Retry(EventTable source, JdbcTemplate jdbc, TransactionOperations transactions) {
        this.source = source;
        this.transactions = transactions;
        this.progressTable = new ProgressTable(jdbc);
        this.deadLetters = new DeadLetterTable(jdbc);
    }

    /** Tries these, each in a transaction of its own; answers how many were taken. */
    int run(Projection projection, List<DeadLetter> letters) {
        Set<String> stuck = new HashSet<>();
        int taken = 0;
        for (DeadLetter letter : letters) {
            if (stuck.contains(letter.stream())) {
                continue;
            }
            try {
                taken += Boolean.TRUE.equals(transactions.execute(status -> take(projection, letter))) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("Projection {}: the event at {} cannot be taken yet", projection.name(), letter.position(), e);
                stuck.add(letter.stream());
                transactions.executeWithoutResult(status ->
                        deadLetters.failedAgain(projection.name(), letter.position(), CulpritException.error(e)));
            }
        }
        return taken;
    }

    /** False where somebody else has taken it meanwhile. */
    private boolean take(Projection projection, DeadLetter letter) {
        // The runner, and whoever else tries again, waits: no later event of the stream comes in between.
        progressTable.lock(projection.name());
        if (!deadLetters.remove(projection.name(), letter.position())) {
            return false;
        }
        projection.apply(projection.name(), List.of(source.at(letter.position())));
        return true;
    }
}
