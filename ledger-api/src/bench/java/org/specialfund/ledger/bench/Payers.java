package org.specialfund.ledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Clients of the ledger, who remember what was acknowledged. */
final class Payers {

    /** Random numbers of a client: others for each, the same in every run. */
    private static final AtomicInteger SEED = new AtomicInteger();

    private final Ledger ledger;
    private final List<Payer> all = Collections.synchronizedList(new ArrayList<>());

    /** How a payment gets into the ledger. */
    @FunctionalInterface
    interface Way {

        /** Returns the position of its last event; throws where it is not acknowledged. */
        long pay(String reference, Payment payment) throws Exception;
    }

    Payers(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Lets clients pay, each in its way. What the projections need to catch up counts too. */
    Sample pay(Bench bench, int clients, Duration time, boolean hot, IntFunction<Way> way) throws Exception {
        Stopwatch watch = new Stopwatch(bench.server());
        long[] nanos = Load.run(clients, time, client -> next(hot, way.apply(client)));
        List.copyOf(all).forEach(payer -> ledger.awaitProjections(payer.position));
        return watch.sample(nanos.length, nanos);
    }

    private Payer next(boolean hot, Way way) {
        int number = SEED.incrementAndGet();
        Payer payer = new Payer(number, new Payments(new SplittableRandom(number), hot), way);
        all.add(payer);
        return payer;
    }

    /** Remembers payments that came in by another way. */
    void note(List<String> references, long cents) {
        Payer payer = new Payer(0, new Payments(random(), false), (reference, payment) -> 0);
        payer.references.addAll(references);
        payer.cents = cents;
        all.add(payer);
    }

    /** References of the payments that were acknowledged. */
    List<String> references() {
        return all.stream().flatMap(payer -> payer.references.stream()).toList();
    }

    /** What all of them add up to, in minor units. */
    long cents() {
        return all.stream().mapToLong(payer -> payer.cents).sum();
    }

    static SplittableRandom random() {
        return new SplittableRandom(SEED.incrementAndGet());
    }

    /** One client. */
    static final class Payer implements Load.Client {

        private final int number;
        private final Payments payments;
        private final Way way;
        private final List<String> references = new ArrayList<>();
        private long cents;
        private long position;

        private Payer(int number, Payments payments, Way way) {
            this.number = number;
            this.payments = payments;
            this.way = way;
        }

        @Override
        public void once() throws Exception {
            String reference = "P-" + number + "-" + references.size();
            Payment payment = payments.next();
            position = way.pay(reference, payment);
            references.add(reference);
            cents += payment.cents();
        }
    }
}
