package org.specialfund.ledger.api.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;

class GatheringTest {

    private static final int NUMBER = 34;

    private final List<List<Item>> recorded = Collections.synchronizedList(new ArrayList<>());

    @Test
    void thoseWhoComeWhileOthersAreRecordedAreRecordedTogether() throws Exception {
        CountDownLatch asked = new CountDownLatch(NUMBER);
        Gathering gathering = new Gathering(this::record, item -> {
            await(asked);
            return record(List.of(item)).get(0);
        });
        List<Callable<Answer>> tasks = tasks(gathering, asked);

        List<Answer> answers = TestLedger.together(tasks);

        assertEquals(NUMBER, answers.stream().map(Answer::position).distinct().count());
        assertEquals(NUMBER, recorded.stream().mapToInt(List::size).sum());
        assertTrue(recorded.size() < NUMBER, () -> recorded.size() + " transactions");
    }

    @Test
    void whereOneMakesTheOthersFailEachIsExecutedAlone() throws Exception {
        CountDownLatch asked = new CountDownLatch(NUMBER);
        Gathering gathering = new Gathering(items -> List.of(), item -> {
            await(asked);
            if (item.commandId().equals("command-7")) {
                throw new IllegalStateException("broken by itself");
            }
            return record(List.of(item)).get(0);
        });
        List<Callable<Answer>> tasks = tasks(gathering, asked);
        Callable<Answer> broken = tasks.get(7);
        tasks.set(7, () -> {
            assertThrows(IllegalStateException.class, broken::call);
            return answer(-1);
        });

        List<Answer> answers = TestLedger.together(tasks);

        assertEquals(NUMBER, answers.stream().map(Answer::position).distinct().count());
        assertEquals(NUMBER - 1, recorded.size());
    }

    @Test
    void aSlowTransactionHoldsNobodyUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(NUMBER - 1);
        Gathering gathering = new Gathering(this::record, item -> {
            if (item.commandId().equals("command-0")) {
                begun.countDown();
                await(others);
            }
            return record(List.of(item)).get(0);
        });
        List<Callable<Answer>> tasks = new ArrayList<>();
        tasks.add(() -> gathering.execute(item(0)));
        for (int i = 1; i < NUMBER; i++) {
            Item item = item(i);
            tasks.add(() -> {
                await(begun);
                Answer answer = gathering.execute(item);
                others.countDown();
                return answer;
            });
        }

        List<Answer> answers = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> TestLedger.together(tasks));

        assertEquals(NUMBER, answers.stream().map(Answer::position).distinct().count());
    }

    @Test
    void aLeaderThatDiesLeavesNobodyWaiting() throws Exception {
        CountDownLatch asked = new CountDownLatch(NUMBER);
        Gathering gathering = new Gathering(
                items -> {
                    throw new AssertionError("of the leader");
                },
                item -> {
                    await(asked);
                    return record(List.of(item)).get(0);
                });
        List<Callable<Answer>> tasks = tasks(gathering, asked);
        List<Callable<Answer>> survivors = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Callable<Answer> task = tasks.get(i);
            int number = i;
            survivors.add(() -> {
                try {
                    return task.call();
                } catch (AssertionError died) {
                    return answer(-1 - number);
                }
            });
        }

        List<Answer> answers = TestLedger.together(survivors);

        assertEquals(NUMBER, answers.size());
    }

    /** Those who find a lane free wait there until all others have been asked. */
    private static List<Callable<Answer>> tasks(Gathering gathering, CountDownLatch asked) {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < NUMBER; i++) {
            Item item = item(i);
            tasks.add(() -> {
                asked.countDown();
                return gathering.execute(item);
            });
        }
        return tasks;
    }

    private static Item item(int number) {
        Item issue = Commands.issue("F", "A" + number, "X:U", "1.00");
        return Item.of(issue.command(), issue.people(), "command-" + number);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Answer> record(List<Item> items) {
        recorded.add(items);
        return items.stream()
                .map(item -> answer(Integer.parseInt(item.commandId().substring("command-".length()))))
                .toList();
    }

    private static Answer answer(long position) {
        return new Answer(new Outcome(null, List.of()), position, false);
    }
}
