package org.specialfund.ledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.TestEvents;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** A long history in bulk: as if its events had come one after the other. */
class RebuiltBalancesTest {

    /** More than a page of the bulk. */
    private static final int MANY = 12_000;

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestEvents events = new TestEvents(database.dataSource());
    private final Watched watched = new Watched();
    private final Projections projections = projections();

    /** Balances, with a hand in how they are filled; counts what comes to the new tables by the ordinary way. */
    private final class Watched implements Projection {

        private final BalanceProjection balances = new BalanceProjection(database.jdbc());
        private final AtomicLong ordinary = new AtomicLong();
        private UnaryOperator<Filling> hand = UnaryOperator.identity();

        @Override
        public String name() {
            return balances.name();
        }

        @Override
        public void apply(String schema, List<RecordedEvent> batch) {
            if (schema.endsWith("_next")) {
                ordinary.addAndGet(batch.size());
            }
            balances.apply(schema, batch);
        }

        @Override
        public Filling filling(String schema) {
            return hand.apply(balances.filling(schema));
        }
    }

    /** Something before a page, and before the end. */
    private record Interrupted(Filling filling, Runnable beforePage, Runnable beforeEnd, boolean hasRoom)
            implements Filling {

        @Override
        public Set<String> onlyAddedTo() {
            return filling.onlyAddedTo();
        }

        @Override
        public void add(List<RecordedEvent> page) {
            beforePage.run();
            filling.add(page);
        }

        @Override
        public void end() {
            beforeEnd.run();
            filling.end();
        }
    }

    /** What ends a program at any moment: nobody catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @AfterEach
    void stop() throws InterruptedException {
        projections.close();
        database.close();
    }

    @Test
    void latePositionsAndBackDatedEntriesGiveTheSameRows() throws Exception {
        projections.start();
        List<RecordedEvent> book = BookOfTests.random(new Random(3), MANY).events;
        int done = 0;
        append(book.subList(0, 10));
        for (done = 10; done < MANY; done += 110) {
            try (TestEvents.Open late = events.open(moved(book.subList(done, done + 10)))) {
                long last = append(book.subList(done + 10, Math.min(done + 110, MANY)));
                if (done % 2_000 < 110) {
                    // Applied before what lies below it.
                    assertThat(projections.await(last, PATIENCE)).isTrue();
                }
                late.commit();
            }
        }
        List<String> live = live();

        projections.rebuild("balance");

        assertThat(database.rows("balance")).isEqualTo(live).hasSizeGreaterThan(3 * MANY);
        assertThat(database.jdbc().queryForObject("SELECT count(*) FROM balance.checkpoint", Long.class))
                .isGreaterThan(50);
        assertThat(watched.ordinary).as("all came in bulk").hasValue(0);
    }

    @Test
    void anEmptyStoreIsRebuiltEmpty() throws Exception {
        projections.start();
        List<String> empty = database.rows("balance");

        projections.rebuild("balance");

        assertThat(database.rows("balance")).isEqualTo(empty);
        append(BookOfTests.random(new Random(4), 100).events);
        assertThat(live()).hasSizeGreaterThan(200);
        assertThat(projections.standing()).isEmpty();
    }

    @Test
    void aKilledRebuildLeavesTheOldTablesAndMayBeginAgain() throws Exception {
        projections.start();
        append(BookOfTests.random(new Random(5), MANY).events);
        List<String> live = live();
        AtomicLong pages = new AtomicLong();

        watched.hand = filling -> new Interrupted(
                filling,
                () -> {
                    if (pages.incrementAndGet() == 2) {
                        throw new Killed();
                    }
                },
                () -> {},
                true);
        assertThatThrownBy(() -> projections.rebuild("balance")).isInstanceOf(Killed.class);
        assertThat(database.rows("balance")).isEqualTo(live);
        assertThat(database.rows("balance_next")).as("what it left").isNotEmpty();

        watched.hand = filling -> new Interrupted(
                filling,
                () -> {},
                () -> {
                    throw new Killed();
                },
                true);
        assertThatThrownBy(() -> projections.rebuild("balance")).isInstanceOf(Killed.class);
        assertThat(database.rows("balance")).isEqualTo(live);

        watched.hand = UnaryOperator.identity();
        projections.rebuild("balance");
        assertThat(database.rows("balance")).isEqualTo(live);
        assertThat(watched.ordinary).hasValue(0);
    }

    @Test
    void whatIsCommittedBelowAPageThatWasReadIsThereInTheEnd() throws Exception {
        projections.start();
        append(BookOfTests.random(new Random(6), 20).events);
        ExecutorService rebuilding = Executors.newSingleThreadExecutor();
        try (TestEvents.Open late =
                events.open(moved(BookOfTests.random(new Random(7), 30).events.subList(20, 30)))) {
            append(BookOfTests.random(new Random(8), 400).events);
            CountDownLatch read = new CountDownLatch(1);
            CountDownLatch committed = new CountDownLatch(1);
            watched.hand = filling -> new Interrupted(
                    filling,
                    () -> {
                        read.countDown();
                        await(committed);
                    },
                    () -> {},
                    true);
            Future<?> rebuild = rebuilding.submit(() -> {
                projections.rebuild("balance");
                return null;
            });
            await(read);
            late.commit();
            committed.countDown();
            rebuild.get();
            List<String> live = live();

            assertThat(watched.ordinary).as("filled gaps").hasValue(10);
            watched.hand = UnaryOperator.identity();
            projections.rebuild("balance");
            assertThat(database.rows("balance")).isEqualTo(live);
        } finally {
            rebuilding.shutdownNow();
        }
    }

    @Test
    void whatHasNoRoomInMemoryComesByTheOrdinaryWay() throws Exception {
        projections.start();
        append(BookOfTests.random(new Random(9), MANY).events);
        List<String> live = live();
        watched.hand = filling -> new Interrupted(filling, () -> {}, () -> {}, false);

        projections.rebuild("balance");

        assertThat(database.rows("balance")).isEqualTo(live);
        assertThat(watched.ordinary.get()).isBetween(1L, MANY - 1L);
    }

    @Test
    void amountsBeyondALongComeByTheOrdinaryWay() throws Exception {
        projections.start();
        events.append(Moved.of(BookOfTests.APPROPRIATED, BookOfTests.UNALLOCATED, "1.00", DAY));
        events.append(Moved.of(BookOfTests.APPROPRIATED, BookOfTests.UNALLOCATED, "92233720368547758.07", DAY));
        List<String> live = live();

        projections.rebuild("balance");

        assertThat(database.rows("balance")).isEqualTo(live);
        assertThat(watched.ordinary).hasValue(2);
    }

    @Test
    void whereAnEventCannotBeReadTheRebuildNamesItAndTheOldTablesStay() throws Exception {
        projections.start();
        Moved spoilt = Moved.of(BookOfTests.APPROPRIATED, BookOfTests.UNALLOCATED, "7.77", DAY);
        append(BookOfTests.random(new Random(10), 50).events);
        long position = events.append(spoilt).get(0);
        append(BookOfTests.random(new Random(11), 50).events);
        List<String> live = live();
        events.spoil(spoilt);

        // Another node: what this one has read it remembers.
        assertThatThrownBy(() -> projections().rebuild("balance"))
                .hasMessageContaining("position " + position)
                .hasStackTraceContaining("spoilt");

        assertThat(database.rows("balance")).isEqualTo(live);
    }

    private Projections projections() {
        return new Projections(database.dataSource(), database.transactions(), events.table(), List.of(watched));
    }

    private long append(List<RecordedEvent> book) throws Exception {
        List<Long> positions = events.append(moved(book));
        return positions.get(positions.size() - 1);
    }

    private static LedgerEvent[] moved(List<RecordedEvent> book) {
        return book.stream().map(RecordedEvent::event).toArray(LedgerEvent[]::new);
    }

    /** All rows when all events are applied. */
    private List<String> live() {
        assertThat(projections.await(events.table().head(), PATIENCE)).isTrue();
        return database.rows("balance");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
