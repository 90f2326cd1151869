package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.core.decision.Item;

/** What must be there before payments can be recorded; by the ledger's own commands. */
final class Preparation {

    /** Far from full whatever is paid. */
    static final BigDecimal ALLOCATED = new BigDecimal("1000000000.00");

    static final int PAYEES = 1_000;

    private static final int BATCH = 100;

    private final Ledger ledger;

    Preparation(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The fund of an allocation: those of one fund are neighbours. */
    static int fundOf(int allocation) {
        return 1 + (allocation - 1) / (Payments.ALLOCATIONS / Payments.FUNDS);
    }

    /** Funds, their year with money in it, payees, allocations; those of one fund are neighbours. */
    void prepare() {
        int each = Payments.ALLOCATIONS / Payments.FUNDS;
        BigDecimal budget = ALLOCATED.multiply(BigDecimal.valueOf(each));
        inBatches(PAYEES, Items::register);
        inBatches(Payments.FUNDS, Items::establish);
        inBatches(Payments.FUNDS, Items::open);
        inBatches(Payments.FUNDS, fund -> Items.appropriate(fund, budget));
        inBatches(Payments.ALLOCATIONS, number -> Items.issue(number, fundOf(number), 1 + number % PAYEES, ALLOCATED));
        ledger.awaitProjections(ledger.head());
        ledger.jdbc().execute("vacuum analyze");
    }

    private void inBatches(int count, IntFunction<Item> item) {
        List<Item> batch = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            batch.add(item.apply(number));
            if (batch.size() == BATCH || number == count) {
                accepted(ledger.executor().execute(batch, true));
                batch.clear();
            }
        }
    }

    static void accepted(List<Answer> answers) {
        for (Answer answer : answers) {
            if (!answer.outcome().accepted()) {
                throw new IllegalStateException("refused: " + answer.outcome().refusal());
            }
        }
    }
}
