package org.specialfund.ledger.api.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Item;

/**
 * Records commands that come at the same time in one transaction, as a database gathers commits: whoever finds a lane
 * free leads, and takes along everybody who waits by then. Each command is still decided by itself, after those before
 * it. Where a transaction fails, each of its commands is executed alone by the thread that asked, so that nobody gets
 * another's failure. Thread-safe.
 */
final class Gathering {

    /** One lane records while the other is prepared. */
    private static final int LANES = 2;

    /** More gain little, and wait longer. */
    private static final int MOST_TOGETHER = 50;

    private final Function<List<Item>, List<Answer>> together;
    private final Function<Item, Answer> alone;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private int lanesTaken;

    /** {@code together} answers nobody where nothing was recorded; then {@code alone} is asked for each. */
    Gathering(Function<List<Item>, List<Answer>> together, Function<Item, Answer> alone) {
        this.together = together;
        this.alone = alone;
    }

    /** Returns when the answer is durable. Throws what executing it alone throws. */
    Answer execute(Item item) {
        Waiting mine = new Waiting(item);
        if (leadsAtOnce(mine) || mine.await() == Turn.LEAD) {
            lead(mine);
        }
        Answer answer = mine.answer();
        return answer == null ? alone.apply(item) : answer;
    }

    /** Takes a lane where one is free; nobody is in the queue then. Joins the queue otherwise. */
    private synchronized boolean leadsAtOnce(Waiting mine) {
        if (lanesTaken < LANES) {
            lanesTaken++;
            return true;
        }
        queue.add(mine);
        return false;
    }

    /** Executes the leader's command and those of the ones who wait, and hands the lane on. */
    private void lead(Waiting mine) {
        List<Waiting> taken = taking(mine);
        try {
            if (taken.size() == 1) {
                mine.answer(alone.apply(mine.item()));
            } else {
                answer(taken, together.apply(taken.stream().map(Waiting::item).toList()));
            }
        } finally {
            taken.forEach(Waiting::unlessAnswered);
            handOn();
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

    private synchronized void handOn() {
        Waiting next = queue.poll();
        if (next == null) {
            lanesTaken--;
        } else {
            next.tell(Turn.LEAD);
        }
    }

    /** What one who waits is told. */
    private enum Turn {
        LEAD,
        ANSWERED,
        ALONE
    }

    /** A command whose thread waits. */
    private static final class Waiting {

        private final Item item;
        private @Nullable Turn turn;
        private @Nullable Answer answer;

        Waiting(Item item) {
            this.item = item;
        }

        Item item() {
            return item;
        }

        synchronized void answer(Answer given) {
            answer = given;
            tell(Turn.ANSWERED);
        }

        /** What was not recorded together is executed alone. */
        synchronized void unlessAnswered() {
            if (answer == null) {
                tell(Turn.ALONE);
            }
        }

        synchronized @Nullable Answer answer() {
            return answer;
        }

        synchronized void tell(Turn told) {
            turn = told;
            notifyAll();
        }

        /** Not ended by an interrupt: the command may be under way. */
        synchronized Turn await() {
            boolean interrupted = false;
            while (turn == null) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return turn;
        }
    }
}
