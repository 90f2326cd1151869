package org.specialfund.ledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.RecordedEvent;

class BalancesOnBothAxesTest {

    private static final int QUESTIONS = 10_000;

    @Test
    void tenThousandRandomQuestionsAreAnsweredAsByHandAlsoWhenPositionsArriveLate() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("BalancesOnBothAxesTest seed " + seed);
        Random random = new Random(seed);
        BookOfTests book = BookOfTests.random(random, 2_500);
        try (TestDatabase database = TestDatabase.fresh()) {
            BalanceProjection projection = new BalanceProjection(database.jdbc());
            for (List<RecordedEvent> batch : batches(random, withSomeLate(random, book.events))) {
                Applying.apply(database, projection, batch);
            }
            Balances balances = new Balances(database.dataSource(), database.transactions());
            for (int i = 0; i < QUESTIONS; i++) {
                Account account = BookOfTests.ACCOUNTS.get(random.nextInt(BookOfTests.ACCOUNTS.size()));
                LocalDate asOf = random.nextInt(10) == 0 ? null : BookOfTests.randomDay(random);
                Long knownAt = random.nextInt(10) == 0 ? null : (long) random.nextInt(book.events.size() + 2);
                assertThat(balances.balance(account.name(), new At(asOf, knownAt))
                                .answer()
                                .orElseThrow()
                                .balance())
                        .as("%s as of %s known at %s, seed %s", account.name(), asOf, knownAt, seed)
                        .isEqualTo(book.sum(account, asOf, knownAt));
            }
        }
    }

    @Test
    void tablesAreTheSameWhetherPositionsArriveInOrderOrLate() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("BalancesOnBothAxesTest seed " + seed);
        Random random = new Random(seed);
        BookOfTests book = BookOfTests.random(random, 1_200);
        try (TestDatabase inOrder = TestDatabase.fresh();
                TestDatabase late = TestDatabase.fresh()) {
            Applying.apply(inOrder, new BalanceProjection(inOrder.jdbc()), book.events);
            for (List<RecordedEvent> batch : batches(random, withSomeLate(random, book.events))) {
                Applying.apply(late, new BalanceProjection(late.jdbc()), batch);
            }
            assertThat(late.rows("balance"))
                    .as("seed %s", seed)
                    .isEqualTo(inOrder.rows("balance"))
                    .hasSizeGreaterThan(3_600);
        }
    }

    /** After the first events, which make the accounts, one event in ten comes up to 60 places too late. */
    private static List<RecordedEvent> withSomeLate(Random random, List<RecordedEvent> events) {
        List<RecordedEvent> arriving = new ArrayList<>(events);
        for (int i = BookOfTests.ACCOUNTS.size(); i < arriving.size() - 60; i++) {
            if (random.nextInt(10) == 0) {
                RecordedEvent late = arriving.remove(i);
                arriving.add(i + 1 + random.nextInt(59), late);
            }
        }
        return arriving;
    }

    private static List<List<RecordedEvent>> batches(Random random, List<RecordedEvent> events) {
        List<List<RecordedEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }
}
