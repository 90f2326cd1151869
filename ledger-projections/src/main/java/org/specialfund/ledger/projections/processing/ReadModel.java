package org.specialfund.ledger.projections.processing;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the tables of one projection, or of several together, at one position: every answer is of one snapshot, and a
 * rebuild swaps its tables before or after it, never in between. Thread-safe.
 */
public final class ReadModel {

    private final String lock;
    private final String positions;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    /**
     * Reads the projection of that name.
     *
     * @param transactions of the same data source
     */
    public ReadModel(String schema, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this(List.of(schema), jdbc, transactions);
    }

    /**
     * Reads the projections of these names together. The position is what all of them have reached; some may know more,
     * so that a question must not count what lies behind it where that matters.
     *
     * @param transactions of the same data source
     */
    public ReadModel(List<String> schemas, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.lock = "LOCK TABLE "
                + schemas.stream().map(schema -> schema + ".progress").collect(Collectors.joining(", "))
                + " IN ACCESS SHARE MODE";
        this.positions = "SELECT min(position) FROM ("
                + schemas.stream()
                        .map(schema -> "SELECT position FROM " + schema + ".progress")
                        .collect(Collectors.joining(" UNION ALL "))
                + ") p";
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The same for answers that are as long as the history: the time limits of ordinary questions do not hold. */
    public <T> T stream(LongFunction<T> question) {
        return at(position -> {
            jdbc.execute("""
                    SET LOCAL statement_timeout = '10min';
                    SET LOCAL idle_in_transaction_session_timeout = '1min';
                    SET LOCAL transaction_timeout = '30min'
                    """);
            return question.apply(position);
        });
    }

    /** Asks within one snapshot; the question gets the position up to which the tables are complete but for gaps. */
    public <T> T at(LongFunction<T> question) {
        T answer = snapshot.execute(status -> {
            // Locked before the snapshot is taken: a swap that we wait for here is then seen whole.
            jdbc.execute(lock);
            Long position = jdbc.queryForObject(positions, Long.class);
            if (position == null) {
                throw new EmptyResultDataAccessException("no progress: " + positions, 1);
            }
            return question.apply(position);
        });
        if (answer == null) {
            throw new IllegalStateException("a question must have an answer");
        }
        return answer;
    }
}
