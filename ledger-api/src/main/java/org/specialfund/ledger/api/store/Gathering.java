package org.specialfund.ledger.api.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Item;

/**
 * Records commands that come at the same time in one transaction, as a database gathers commits: whoever finds nobody
 * recording leads, and when that is done, one of those who came meanwhile takes all of them along. Each command is still
 * decided by itself, after those before it. Where a transaction is slow, another lane opens beside it. Where one fails,
 * each of its commands is executed alone by the thread that asked, so that nobody gets another's failure. Thread-safe.
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
    /** When the lanes in use were taken, by {@link System#nanoTime}. */
    private final List<Long> lanes = new ArrayList<>();

    /** {@code together} answers nobody where nothing was recorded; then {@code alone} is asked for each. */
    Gathering(Function<List<Item>, List<Answer>> together, Function<Item, Answer> alone) {
        this.together = together;
        this.alone = alone;
    }

    /** Returns when the answer is durable. Throws what executing it alone throws. */
    Answer execute(Item item) {
        Waiting mine = new Waiting(item);
        Long lane = takeLaneOrQueue(mine);
        while (lane == null && !mine.hasTurn()) {
            mine.await(SLOW_MILLIS);
            lane = takeLaneFromQueue(mine);
        }
        Long given = lane == null ? mine.lane() : lane;
        if (given != null) {
            lead(mine, given);
        }
        Answer answer = mine.answer();
        return answer == null ? alone.apply(item) : answer;
    }

    private synchronized @Nullable Long takeLaneOrQueue(Waiting mine) {
        if (mayOpen()) {
            return open();
        }
        queue.add(mine);
        return null;
    }

    /** Null where none may open, and for one that somebody has taken along already. */
    private synchronized @Nullable Long takeLaneFromQueue(Waiting mine) {
        return mayOpen() && queue.remove(mine) ? open() : null;
    }

    /** While a lane is quick, it is better to wait for it and go together. */
    private boolean mayOpen() {
        long now = System.nanoTime();
        return lanes.size() < MOST_LANES
                && lanes.stream().allMatch(taken -> now - taken >= TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS));
    }

    private Long open() {
        Long lane = System.nanoTime();
        lanes.add(lane);
        return lane;
    }

    /** Executes the leader's command and those of the ones who wait, and hands the lane on. */
    private void lead(Waiting mine, Long lane) {
        List<Waiting> taken = taking(mine);
        try {
            if (taken.size() == 1) {
                mine.answer(alone.apply(mine.item()));
            } else {
                answer(taken, together.apply(taken.stream().map(Waiting::item).toList()));
            }
        } finally {
            // First: the next transaction must not wait until all who have their answers were woken.
            handOn(lane);
            taken.forEach(Waiting::settled);
        }
    }

    private synchronized List<Waiting> taking(Waiting mine) {
        List<Waiting> taken = new ArrayList<>(List.of(mine));
        while (taken.size() < MOST_TOGETHER && !queue.isEmpty()) {
            taken.add(queue.remove());
        }
        return taken;
    }

    private static void answer(List<Waiting> taken, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            taken.get(i).answer(answers.get(i));
        }
    }

    private synchronized void handOn(Long lane) {
        lanes.remove(lane);
        if (!queue.isEmpty() && mayOpen()) {
            queue.remove().lead(open());
        }
    }

    /** A command whose thread waits for a lane, or for an answer, or to be told to execute it alone. */
    private static final class Waiting {

        private final Item item;
        private boolean hasTurn;
        private @Nullable Long lane;
        private @Nullable Answer answer;

        Waiting(Item item) {
            this.item = item;
        }

        Item item() {
            return item;
        }

        synchronized @Nullable Long lane() {
            return lane;
        }

        synchronized @Nullable Answer answer() {
            return answer;
        }

        synchronized boolean hasTurn() {
            return hasTurn;
        }

        synchronized void lead(Long given) {
            lane = given;
            wake();
        }

        synchronized void answer(Answer given) {
            answer = given;
            wake();
        }

        /** The transaction has ended: who has no answer by now executes alone. */
        synchronized void settled() {
            wake();
        }

        private void wake() {
            hasTurn = true;
            notifyAll();
        }

        /** Not ended by an interrupt: the command may be under way. */
        synchronized void await(long millis) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            boolean interrupted = false;
            for (long left = millis;
                    left > 0 && !hasTurn;
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
