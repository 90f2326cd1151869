package org.specialfund.ledger.projections.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** Measures what a posting costs to write and a question to answer. Run by hand: {@code -Dmeasure=500000}. */
@EnabledIfSystemProperty(named = "measure", matches = "[0-9]+")
class BalanceMeasurement {

    private static final int POSTINGS = Integer.getInteger("measure", 0);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Test
    void orderedDates() {
        measure("ordered dates", i -> FIRST.plusDays((long) i * 365 / POSTINGS));
    }

    @Test
    void randomDates() {
        Random random = new Random(1);
        measure("random dates", i -> FIRST.plusDays(random.nextInt(365)));
    }

    private static void measure(String what, IntFunction<LocalDate> day) {
        try (TestDatabase database = TestDatabase.fresh()) {
            BalanceProjection projection = new BalanceProjection(database.jdbc());
            long start = System.nanoTime();
            List<RecordedEvent> batch = new ArrayList<>();
            for (int i = 0; i < POSTINGS; i++) {
                batch.add(BookOfTests.recorded(
                        i + 1L, Moved.of(BookOfTests.APPROPRIATED, BookOfTests.UNALLOCATED, "1.00", day.apply(i))));
                if (batch.size() == 1_000) {
                    Applying.apply(database, projection, batch);
                    batch.clear();
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%s: %d entries in %.1f s, %.0f/s%n", what, POSTINGS, seconds, POSTINGS / seconds);
            database.jdbc().execute("VACUUM ANALYZE");
            for (String table : List.of("entry", "posting", "checkpoint", "balance", "account")) {
                System.out.println(database.jdbc().queryForObject("""
                                SELECT format('  %%s: %%s rows, %%s', '%1$s', (SELECT count(*) FROM balance.%1$s),
                                    pg_size_pretty(pg_total_relation_size('balance.%1$s')))
                                """.formatted(table), String.class));
            }
            ask(what, database);
        }
    }

    private static void ask(String what, TestDatabase database) {
        Balances balances = new Balances(database.dataSource(), database.transactions());
        Random random = new Random(2);
        long[] nanos = new long[4_000];
        for (int i = 0; i < nanos.length; i++) {
            At at = new At(FIRST.plusDays(random.nextInt(365)), 1L + random.nextInt(POSTINGS));
            long start = System.nanoTime();
            balances.balance(BookOfTests.UNALLOCATED.name(), at);
            nanos[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        System.out.printf(
                "%s: a question on both axes takes %.2f ms (median), %.2f ms (p99), the snapshot included%n",
                what, warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6);
        long start = System.nanoTime();
        balances.statement(new StatementQuery(
                BookOfTests.UNALLOCATED.name(), FIRST.plusDays(180), FIRST.plusDays(190), null, null, 100));
        System.out.printf("%s: a page of a statement takes %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
