package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.TestDatabase;
import org.specialfund.ledger.api.projecting.ProjectionsConfiguration;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.reconciliation.command.CountersignReconciliation;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.command.SignReconciliation;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Entries that race with the signature of their month, on two nodes: what was signed lacks none of them. */
class SignedMonthRaceTest {

    private static final String PAYEE = "T:RACER";
    private static final String MONTH = "2026-01";
    private static final int ROUNDS = 12;
    private static final int EACH = 4;

    private static TestLedger one;
    private static TestLedger two;

    @BeforeAll
    static void start() {
        String database = TestDatabase.fresh();
        one = TestLedger.start(database, ProjectionsConfiguration.class);
        two = TestLedger.start(database, ProjectionsConfiguration.class);
        accepted(Commands.payee(PAYEE));
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void whatWasSignedHoldsEveryPaymentBeforeAndNoneAfterWhoeverIsFaster() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String fund = "SM" + round;
            signedOnce(fund);
            List<Callable<Answer>> tasks = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                Item payment = Commands.record(fund + "-P" + i, fund + "-A", PAYEE, "1.00");
                Item request = Commands.request(fund + "-Q" + i, fund + "-A", PAYEE, "1.00");
                TestLedger node = i % 2 == 0 ? one : two;
                tasks.add(() -> node.executor().execute(request));
                tasks.add(() -> node.executor().execute(payment));
            }
            Item countersign = Commands.clerks(new CountersignReconciliation(fund, 2026, MONTH), "lock-" + fund);
            Item lock = new Item(
                    countersign.command(),
                    People.alone(Person.of("p4", Role.APPROVER)),
                    countersign.commandId(),
                    null,
                    countersign.correlationId(),
                    null,
                    null);
            tasks.add(round % tasks.size(), () -> one.executor().execute(lock));

            List<Answer> answers = TestLedger.together(tasks);

            check(answers.remove(round % (tasks.size() - 1)), answers);
        }
    }

    /** Payments and requests, in turn. */
    private static void check(Answer lock, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            boolean payment = i % 2 == 1;
            if (!lock.outcome().accepted()) {
                assertThat(lock.outcome().refusal().code().code()).isEqualTo("changed-since-signed");
                assertThat(answer.outcome().accepted()).isTrue();
            } else if (payment) {
                assertThat(answer.outcome().accepted()).isTrue();
                assertThat(answer.position()).as("no payment is missing").isGreaterThan(lock.position());
            } else if (answer.outcome().accepted()) {
                assertThat(answer.position()).isLessThan(lock.position());
            } else {
                assertThat(answer.outcome().refusal().code().code()).isEqualTo("month-signed");
            }
        }
    }

    private static void signedOnce(String fund) {
        accepted(Commands.establish(fund));
        accepted(Commands.open(fund));
        accepted(Commands.appropriate(fund, "100.00", "budget-" + fund));
        accepted(Commands.issue(fund, fund + "-A", PAYEE, "100.00"));
        accepted(Commands.clerks(
                new ReceiveStatement(
                        fund, 2026, MONTH, BigDecimal.TEN, BigDecimal.TEN, List.of(), 1, "0123456789abcdef".repeat(4)),
                "statement-" + fund));
        accepted(Commands.clerks(new SignReconciliation(fund, 2026, MONTH), "sign-" + fund));
    }

    private static void accepted(Item item) {
        assertThat(one.executor().execute(item).outcome().refusal()).isNull();
    }
}
