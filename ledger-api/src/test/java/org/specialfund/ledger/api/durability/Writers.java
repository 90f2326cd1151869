package org.specialfund.ledger.api.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Programs that work at the same time, each on orders of its own. */
final class Writers {

    /** What each does with its orders. */
    @FunctionalInterface
    interface Work {
        void on(LedgerClient client, List<Order> orders);
    }

    private Writers() {}

    /** One thread for each list; returns when all are done, or fails as the first that failed. */
    static void parallel(LedgerClient client, List<List<Order>> orders, Work work)
            throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(orders.size());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (List<Order> each : orders) {
                all.add(pool.submit(() -> work.on(client, each)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
