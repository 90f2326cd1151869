package org.specialfund.ledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** Clients that work at the same time, each beginning the next thing when the last is done. */
final class Load {

    /** One client; does one thing at each call, and fails the run where that fails. */
    @FunctionalInterface
    interface Client {
        void once() throws Exception;
    }

    private Load() {}

    /** Lets clients work for a while; returns the nanoseconds that each thing took, ascending. */
    static long[] run(int clients, Duration time, IntFunction<Client> client) throws Exception {
        CyclicBarrier start = new CyclicBarrier(clients);
        return together(clients, number -> () -> {
            Client one = client.apply(number);
            start.await();
            long end = System.nanoTime() + time.toNanos();
            LongStream.Builder took = LongStream.builder();
            for (long from = System.nanoTime(); from - end < 0; ) {
                one.once();
                long to = System.nanoTime();
                took.add(to - from);
                from = to;
            }
            return took.build().toArray();
        });
    }

    private static long[] together(int clients, IntFunction<Callable<long[]>> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                all.add(threads.submit(task.apply(number)));
            }
            List<long[]> each = new ArrayList<>();
            for (Future<long[]> one : all) {
                each.add(one.get());
            }
            long[] sorted = each.stream().flatMapToLong(Arrays::stream).toArray();
            Arrays.sort(sorted);
            return sorted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
