package org.specialfund.ledger.api.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Item;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Records commands that come at the same time in one transaction, as a database gathers commits: whoever finds nobody
 * recording executes its command alone, and those who come meanwhile are taken along together, transaction after
 * transaction, on a thread that does nothing else until nobody waits. Each command is still decided by itself, after
 * those before it. Where a transaction is slow, another lane opens beside it. Where one fails, each of its commands is
 * executed alone by the thread that asked, so that nobody gets another's failure. Thread-safe.
 */
final class Gathering {

    /** A transaction that takes longer must not hold up those that come after it. */
    private static final long SLOW_MILLIS = 50;

    /** However slow they are, the others need connections, too. */
    private static final int MOST_LANES = 4;

    /** More gain little, and wait longer. */
    private static final int MOST_TOGETHER = 50;

    private final Function<List<Item>, List<Answer>> together;
    private final Function<Item, Answer> alone;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Executor threads = Executors.newCachedThreadPool(threadFactory());

    /** Of one transaction after the other. */
    private static final class Lane {
        /** When the one under way began, by {@link System#nanoTime}. */
        private long begun = System.nanoTime();
    }

    /** {@code together} answers nobody where nothing was recorded; then {@code alone} is asked for each. */
    Gathering(Function<List<Item>, List<Answer>> together, Function<Item, Answer> alone) {
        this.together = together;
        this.alone = alone;
    }

    /** Threads that keep nothing from ending: who waits for them does. */
    private static ThreadFactory threadFactory() {
        CustomizableThreadFactory factory = new CustomizableThreadFactory("commands-");
        factory.setDaemon(true);
        return factory;
    }

    /** Returns when the answer is durable. Throws what executing it alone throws. */
    Answer execute(Item item) {
        Waiting mine = new Waiting(item);
        Lane lane = openOrQueue(mine);
        while (lane == null && !mine.isSettled()) {
            mine.await(SLOW_MILLIS);
            lane = openFor(mine);
        }
        if (lane == null) {
            Answer answer = mine.answer();
            return answer == null ? alone.apply(item) : answer;
        }
        try {
            return alone.apply(item);
        } finally {
            handOn(lane);
        }
    }

    private synchronized @Nullable Lane openOrQueue(Waiting mine) {
        if (mayOpen()) {
            return open();
        }
        queue.add(mine);
        return null;
    }

    /** Null where none may open, and for one that somebody has taken along already. */
    private synchronized @Nullable Lane openFor(Waiting mine) {
        return mayOpen() && queue.remove(mine) ? open() : null;
    }

    /** While a lane is quick, it is better to wait for it and go together. */
    private boolean mayOpen() {
        long now = System.nanoTime();
        return lanes.size() < MOST_LANES
                && lanes.stream().allMatch(lane -> now - lane.begun >= TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS));
    }

    private Lane open() {
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    /** Those who came while a command was executed alone need a thread that has nobody to answer. */
    private void handOn(Lane lane) {
        if (goesOn(lane)) {
            boolean handed = false;
            try {
                threads.execute(() -> work(lane));
                handed = true;
            } finally {
                if (!handed) {
                    close(lane);
                }
            }
        }
    }

    /** Transaction after transaction by one thread: to wake another each time takes as long as a round trip. */
    private void work(Lane lane) {
        boolean ended = false;
        try {
            do {
                recordTogether(taken());
            } while (goesOn(lane));
            ended = true;
        } finally {
            if (!ended) {
                handOn(lane);
            }
        }
    }

    private void recordTogether(List<Waiting> taken) {
        try {
            List<Answer> answers =
                    together.apply(taken.stream().map(Waiting::item).toList());
            for (int i = 0; i < answers.size(); i++) {
                taken.get(i).answer(answers.get(i));
            }
        } finally {
            taken.forEach(Waiting::settled);
        }
    }

    private synchronized List<Waiting> taken() {
        List<Waiting> taken = new ArrayList<>();
        while (taken.size() < MOST_TOGETHER && !queue.isEmpty()) {
            taken.add(queue.remove());
        }
        return taken;
    }

    /** Whether another transaction is to begin; the lane is closed where nobody waits, and where another is quicker. */
    private synchronized boolean goesOn(Lane lane) {
        close(lane);
        if (queue.isEmpty() || !mayOpen()) {
            return false;
        }
        lane.begun = System.nanoTime();
        lanes.add(lane);
        return true;
    }

    private synchronized void close(Lane lane) {
        lanes.remove(lane);
    }

    /** A command whose thread waits for an answer, or to be told to execute it alone. */
    private static final class Waiting {

        private final Item item;
        private boolean settled;
        private @Nullable Answer answer;

        Waiting(Item item) {
            this.item = item;
        }

        Item item() {
            return item;
        }

        synchronized @Nullable Answer answer() {
            return answer;
        }

        synchronized boolean isSettled() {
            return settled;
        }

        synchronized void answer(Answer given) {
            answer = given;
        }

        /** The transaction has ended: who has no answer by now executes alone. */
        synchronized void settled() {
            settled = true;
            notifyAll();
        }

        /** Not ended by an interrupt: the command may be under way. */
        synchronized void await(long millis) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            boolean interrupted = false;
            for (long left = millis;
                    left > 0 && !settled;
                    left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
