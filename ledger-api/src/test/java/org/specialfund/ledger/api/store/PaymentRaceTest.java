package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.TestDatabase;
import org.specialfund.ledger.core.decision.Item;

/** Payments that race: for the same money, and against what forbids them, on one node and on two. */
class PaymentRaceTest {

    private static final String PAYEE = "T:RACER";

    private static TestLedger one;
    private static TestLedger two;

    @BeforeAll
    static void start() {
        String database = TestDatabase.fresh();
        one = TestLedger.start(database);
        two = TestLedger.start(database);
        accepted(Commands.payee(PAYEE));
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void thirtyTwoThreadsNeverOverdrawAnAllocationOnOneNode() throws Exception {
        neverOverdraws("ONE", i -> one);
    }

    @Test
    void thirtyTwoThreadsNeverOverdrawAnAllocationOnTwoNodes() throws Exception {
        neverOverdraws("TWO", i -> i % 2 == 0 ? one : two);
    }

    private static void neverOverdraws(String fund, IntFunction<TestLedger> nodes) throws Exception {
        allocation(fund, "10.00");
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            TestLedger node = nodes.apply(i);
            Item payment = Commands.record(fund + "-P" + i, fund + "-A", PAYEE, "1.00");
            tasks.add(() -> node.executor().execute(payment));
        }

        List<Answer> answers = TestLedger.together(tasks);

        assertThat(answers).filteredOn(answer -> answer.outcome().accepted()).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> !answer.outcome().accepted())
                .allMatch(answer -> answer.outcome().refusal().code().code().equals("exceeds-available"));
    }

    @Test
    void noPaymentIsRecordedAfterASuspensionWhoeverIsFaster() throws Exception {
        for (int round = 0; round < 10; round++) {
            String fund = "SP" + round;
            allocation(fund, "100.00");
            List<Item> payments = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                payments.add(Commands.record(fund + "-P" + i, fund + "-A", PAYEE, "1.00"));
            }
            neverBoth(payments, Commands.suspend(fund, "stop"));
        }
    }

    @Test
    void noPaymentIsRequestedAfterAYearBeganToCloseWhoeverIsFaster() throws Exception {
        for (int round = 0; round < 10; round++) {
            String fund = "CL" + round;
            allocation(fund, "100.00");
            List<Item> requests = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                requests.add(Commands.request(fund + "-Q" + i, fund + "-A", PAYEE, "1.00"));
            }
            neverBoth(requests, Commands.startClosing(fund));
        }
    }

    @Test
    void noPaymentIsRecordedAfterASevereFindingIsConfirmedWhoeverIsFaster() throws Exception {
        for (int round = 0; round < 10; round++) {
            String fund = "FI" + round;
            allocation(fund, "100.00");
            AuditCommands.raised(fund, fund + "-A", PAYEE).forEach(PaymentRaceTest::accepted);
            List<Item> payments = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                payments.add(Commands.record(fund + "-P" + i, fund + "-A", PAYEE, "1.00"));
            }
            neverBoth(payments, AuditCommands.confirm(fund));
        }
    }

    /** Whatever was accepted came before what forbids it. */
    private static void neverBoth(List<Item> payments, Item forbids) throws Exception {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            Item payment = payments.get(i);
            TestLedger node = i % 2 == 0 ? one : two;
            tasks.add(() -> node.executor().execute(payment));
        }
        tasks.add(payments.size() / 2, () -> one.executor().execute(forbids));

        List<Answer> answers = TestLedger.together(tasks);

        Answer forbidden = answers.remove(payments.size() / 2);
        assertThat(forbidden.outcome().refusal()).isNull();
        assertThat(answers)
                .filteredOn(answer -> answer.outcome().accepted())
                .allMatch(answer -> answer.position() < forbidden.position());
        assertThat(answers)
                .filteredOn(answer -> !answer.outcome().accepted())
                .allMatch(answer -> answer.position() > forbidden.position());
    }

    private static void allocation(String fund, String amount) {
        accepted(Commands.establish(fund));
        accepted(Commands.open(fund));
        accepted(Commands.appropriate(fund, amount, "budget-" + fund));
        accepted(Commands.issue(fund, fund + "-A", PAYEE, amount));
    }

    private static void accepted(Item item) {
        assertThat(one.executor().execute(item).outcome().refusal()).isNull();
    }
}
