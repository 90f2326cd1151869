package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.decision.Item;

/** Two applications on one database. */
class TwoNodesTest {

    private static final String DATABASE = TestPostgres.newDatabase();
    private static final String PAYEE = "X:UNIT1";

    private static TestLedger one;
    private static TestLedger two;

    @BeforeAll
    static void start() {
        one = TestLedger.start(DATABASE);
        two = TestLedger.start(DATABASE);
        accepted(one, Commands.payee(PAYEE));
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void money_added_on_one_node_can_be_spent_on_the_other_at_once() {
        fund("SPEND");
        accepted(one, Commands.appropriate("SPEND", "100.00", "a1"));
        // The other node has the year in memory, with nothing left of the 100.
        accepted(two, Commands.issue("SPEND", "S1", PAYEE, "100.00"));
        assertThat(code(two, Commands.issue("SPEND", "S2", PAYEE, "1.00"))).isNotNull();

        for (int i = 0; i < 20; i++) {
            accepted(one, Commands.appropriate("SPEND", "1.00", "more" + i));
            accepted(two, Commands.issue("SPEND", "S3-" + i, PAYEE, "1.00"));
        }
    }

    @Test
    void two_nodes_never_spend_the_same_money() throws Exception {
        fund("RACE");
        accepted(one, Commands.appropriate("RACE", "10.00", "r1"));
        List<Callable<Answer>> tasks = IntStream.range(0, 32)
                .<Callable<Answer>>mapToObj(i -> () ->
                        (i % 2 == 0 ? one : two).executor().execute(Commands.issue("RACE", "R" + i, PAYEE, "1.00")))
                .toList();

        List<Answer> answers = TestLedger.together(tasks);

        assertThat(answers).filteredOn(answer -> answer.outcome().accepted()).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> !answer.outcome().accepted())
                .hasSize(22)
                .allMatch(answer -> answer.outcome().refusal().figures().containsKey("available"));
    }

    @Test
    void nothing_is_issued_after_a_suspension_whoever_is_faster() throws Exception {
        for (int round = 0; round < 10; round++) {
            String fund = "SUSP" + round;
            fund(fund);
            accepted(one, Commands.appropriate(fund, "100.00", "s" + round));
            accepted(two, Commands.issue(fund, fund + "-0", PAYEE, "1.00"));
            List<Callable<Answer>> tasks = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                Item issue = Commands.issue(fund, fund + "-" + i, PAYEE, "1.00");
                TestLedger node = i % 2 == 0 ? one : two;
                tasks.add(() -> node.executor().execute(issue));
            }
            tasks.add(3, () -> one.executor().execute(Commands.suspend(fund, "stop")));

            List<Answer> answers = TestLedger.together(tasks);

            long suspended = answers.get(3).position();
            assertThat(answers.get(3).outcome().accepted()).isTrue();
            answers.remove(3);
            assertThat(answers).allMatch(answer -> answer.outcome().accepted() == answer.position() < suspended);
        }
    }

    private static void fund(String code) {
        accepted(one, Commands.establish(code));
        accepted(one, Commands.open(code));
    }

    private static void accepted(TestLedger node, Item item) {
        Answer answer = node.executor().execute(item);
        assertThat(answer.outcome().refusal()).isNull();
    }

    private static String code(TestLedger node, Item item) {
        Answer answer = node.executor().execute(item);
        return answer.outcome().refusal() == null
                ? null
                : answer.outcome().refusal().code().code();
    }
}
