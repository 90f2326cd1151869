package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.api.store.CommandExecutor;

/** Clients of the ledger in this JVM, who remember what was acknowledged. */
final class Payers {

    /** Random numbers of a client: others for each, the same in every run. */
    private static final AtomicInteger SEED = new AtomicInteger();

    private final Ledger ledger;
    private final List<Payer> all = Collections.synchronizedList(new ArrayList<>());

    Payers(Ledger ledger) {
        this.ledger = ledger;
    }

    Payer next(boolean hot) {
        int number = SEED.incrementAndGet();
        Payer payer = new Payer(ledger.executor(), number, new Payments(new SplittableRandom(number), hot));
        all.add(payer);
        return payer;
    }

    /** Waits until the projections have applied everything that was acknowledged. */
    void awaitProjections() {
        for (Payer payer : List.copyOf(all)) {
            ledger.awaitProjections(payer.position);
        }
    }

    /** Ids of the commands that were acknowledged. */
    List<String> acknowledged() {
        return all.stream().flatMap(payer -> payer.acknowledged.stream()).toList();
    }

    static SplittableRandom random() {
        return new SplittableRandom(SEED.incrementAndGet());
    }

    /** One client. */
    static final class Payer implements Load.Client {

        private final CommandExecutor executor;
        private final int number;
        private final Payments payments;
        private final List<String> acknowledged = new ArrayList<>();
        private long position;

        private Payer(CommandExecutor executor, int number, Payments payments) {
            this.executor = executor;
            this.number = number;
            this.payments = payments;
        }

        @Override
        public void once() {
            SplittableRandom random = payments.random();
            String key = Payments.key(random);
            Answer answer = executor.execute(Items.pay(
                    "P-" + number + "-" + acknowledged.size(),
                    payments.allocation(),
                    random.nextInt(1, Preparation.PAYEES + 1),
                    BigDecimal.valueOf(random.nextInt(1, 1001), 2),
                    Items.DAY,
                    key));
            Preparation.accepted(List.of(answer));
            acknowledged.add(key);
            position = answer.position();
        }
    }
}
