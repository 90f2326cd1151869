package org.specialfund.ledger.api.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * A transaction of a node that stays open, on a thread of its own: a command that the node executes within it joins it.
 * One only: Axon rolls the connection back itself where it tries a command again.
 */
final class HeldTransaction implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final TestLedger node;
    private final PlatformTransactionManager transactions;
    private final TransactionStatus status;

    /** Begins one. */
    HeldTransaction(TestLedger node) {
        this.node = node;
        this.transactions = node.bean(PlatformTransactionManager.class);
        this.status = within(() -> transactions.getTransaction(TransactionDefinition.withDefaults()));
    }

    <T> T within(Callable<T> task) {
        Future<T> result = thread.submit(task);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How long it has been open, by the database's clock. */
    long seconds() {
        return within(() ->
                node.jdbc().queryForObject("select extract(epoch from clock_timestamp() - now())::bigint", Long.class));
    }

    /** Of the events that it has appended. */
    List<Long> positions() {
        return within(() -> node.jdbc()
                .queryForList(
                        "select position from ledger_event where transaction_id = pg_current_xact_id() order by 1",
                        Long.class));
    }

    void commit() {
        within(() -> {
            transactions.commit(status);
            return true;
        });
    }

    void rollBack() {
        within(() -> {
            transactions.rollback(status);
            return true;
        });
    }

    /** Rolls back what is still open. */
    @Override
    public void close() throws InterruptedException {
        if (!status.isCompleted()) {
            rollBack();
        }
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
