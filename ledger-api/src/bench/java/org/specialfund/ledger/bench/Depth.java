package org.specialfund.ledger.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.core.LedgerCore;

/**
 * A payment on an allocation with 100,000 payments behind it beside one on an allocation with ten: with the aggregates
 * in memory, and without. Milliseconds in the median, in turns, one at a time.
 */
final class Depth implements Scenario {

    private static final int WARM = 1_000;
    private static final int COLD = 300;

    @Override
    public String name() {
        return "depth";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        History history = bench.million();
        Ledger ledger = history.ledger();
        Turns turns = new Turns(ledger.executor(), ledger.bean(LedgerCore.class));
        bench.say("depth: payments on long and on short histories");
        long before = ledger.head();
        turns.pay(Payments.HOT);
        awaitSnapshot(ledger);
        turns.medians(WARM, false);
        bench.server().settle();
        Figure warm = figure(name() + ".warm", turns.medians(WARM, false));
        Figure cold = figure(name() + ".cold", turns.medians(COLD, true));
        ledger.awaitProjections(ledger.head());
        Long recorded = ledger.jdbc()
                .queryForObject(
                        "select count(*) from ledger_event where position > ? and type = 'disbursement.recorded'",
                        Long.class,
                        before);
        if (recorded == null || recorded != turns.number) {
            throw new IllegalStateException(turns.number + " payments acknowledged, " + recorded + " recorded");
        }
        return List.of(warm, cold);
    }

    private static Figure figure(String name, double[] medians) {
        return new Figure(name, medians[0], medians[1], "ms", Target.atMost(1.2), Map.of());
    }

    private static void awaitSnapshot(Ledger ledger) throws InterruptedException {
        String stream = "allocation:allocation-" + Payments.HOT;
        while (ledger.jdbc()
                .queryForList("select 1 from ledger_snapshot where stream = ?", stream)
                .isEmpty()) {
            Thread.sleep(50);
        }
    }

    private static final class Turns {

        private final CommandExecutor executor;
        private final LedgerCore core;
        private final SplittableRandom random = new SplittableRandom(3);
        private int number;

        Turns(CommandExecutor executor, LedgerCore core) {
            this.executor = executor;
            this.core = core;
        }

        /** Milliseconds on the long history, and on short ones, which stay short: each is used a few times. */
        double[] medians(int times, boolean cold) {
            long[][] nanos = new long[2][times];
            int quiet = Payments.ALLOCATIONS - Filler.Shape.QUIET + 1;
            for (int i = 0; i < times; i++) {
                for (int side = 0; side < 2; side++) {
                    if (cold) {
                        core.cache().removeAll();
                    }
                    long start = System.nanoTime();
                    pay(side == 0 ? Payments.HOT : Filler.Shape.QUIET + i % quiet);
                    nanos[side][i] = System.nanoTime() - start;
                }
            }
            return Arrays.stream(nanos)
                    .mapToDouble(side -> Arrays.stream(side).sorted().toArray()[times / 2] / 1e6)
                    .toArray();
        }

        void pay(int allocation) {
            Payment any = new Payments(random, false).next();
            Payment payment = new Payment(allocation, any.payee(), any.cents(), any.key());
            Preparation.accepted(List.of(executor.execute(Items.pay("P-DEPTH-" + number++, payment, Items.DAY))));
        }
    }
}
