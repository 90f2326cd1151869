package org.specialfund.ledger.api.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.security.DemoUsers;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Records a small synthetic fund for the current year. Every command has a fixed id, so that a second start records
 * nothing again.
 */
@Component
@Profile(DemoUsers.PROFILE)
@ConditionalOnBooleanProperty(name = "ledger.demo-fund", matchIfMissing = true)
class DemoFund implements ApplicationRunner {

    private static final String FUND = "DEMO";
    private static final String SUPPLIER = "CN-USCC:91320200MADEM0002T";
    private static final String DOCUMENT = "Synthetic demonstration 演示数据";

    private static final Person PLANNER = person("planner", Role.PLANNER);
    private static final Person LEADER = person("leader", Role.LEADER);
    private static final Person CLERK = person("clerk", Role.CLERK);
    private static final Person APPROVER = person("approver", Role.APPROVER);

    private final CommandExecutor executor;
    private final Clock clock;

    DemoFund(CommandExecutor executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int year = LocalDate.now(clock).getYear();
        LocalDate day = LocalDate.of(year, 1, 1);
        give("fund", establish(), PLANNER, LEADER);
        give("unit", new RegisterPayee(DemoUsers.UNIT, "organisation", "Synthetic unit 演示单位", null), CLERK, null);
        give("supplier", new RegisterPayee(SUPPLIER, "organisation", "Synthetic supplier 演示供应商", null), CLERK, null);
        give("year-" + year, new OpenYear(FUND, year, DOCUMENT, null), CLERK, APPROVER);
        give(
                "budget-" + year,
                new AppropriateBudget(FUND, year, new BigDecimal("10000000.00"), day, DOCUMENT, null),
                CLERK,
                APPROVER);
        give("allocation-1-" + year, issue(year, 1, "3000000.00"), CLERK, APPROVER);
        give("allocation-2-" + year, issue(year, 2, "1200000.00"), CLERK, APPROVER);
        give("payment-1-" + year, record(year), CLERK, APPROVER);
        give("request-1-" + year, request(year), CLERK, null);
    }

    private void give(String id, LedgerCommand command, Person first, @Nullable Person second) {
        People people = second == null ? People.alone(first) : People.two(first, second);
        Answer answer = executor.execute(Item.of(command, people, "demo:" + id));
        if (!answer.outcome().accepted()) {
            throw new IllegalStateException("the demonstration was refused: " + id + " "
                    + answer.outcome().refusal());
        }
    }

    private static EstablishFund establish() {
        return new EstablishFund(
                FUND,
                "Synthetic demonstration fund 演示专项资金",
                "regular",
                null,
                "CNY",
                LocalDate.of(2020, 1, 1),
                null,
                "Asia/Shanghai",
                1,
                List.of(),
                new BigDecimal("1000000.00"),
                new BigDecimal("500000.00"),
                "allocation",
                "year",
                "treasury",
                null,
                null,
                List.of(),
                List.of(),
                DOCUMENT,
                null);
    }

    private static IssueAllocation issue(int year, int number, String amount) {
        return new IssueAllocation(
                "DEMO-" + year + "-" + number,
                "演示〔" + year + "〕" + number + "号",
                FUND,
                year,
                DemoUsers.UNIT,
                null,
                null,
                null,
                null,
                null,
                null,
                "Synthetic purpose 演示用途",
                null,
                new BigDecimal(amount),
                LocalDate.of(year, 1, 1),
                DOCUMENT,
                null);
    }

    private static RecordDisbursement record(int year) {
        return new RecordDisbursement(
                "DEMO-PAY-" + year + "-1",
                "DEMO-" + year + "-1",
                SUPPLIER,
                null,
                null,
                "Synthetic payment 演示拨付",
                null,
                null,
                "DEMO-INVOICE-1",
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("450000.00"),
                LocalDate.of(year, 1, 1),
                DOCUMENT,
                null);
    }

    private static RequestDisbursement request(int year) {
        return new RequestDisbursement(
                "DEMO-REQ-" + year + "-1",
                "DEMO-" + year + "-1",
                SUPPLIER,
                null,
                null,
                "Synthetic request 演示申请",
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("120000.00"),
                LocalDate.of(year, 1, 1),
                DOCUMENT,
                null);
    }

    private static Person person(String name, Role role) {
        return Person.of(DemoUsers.personId(name), role);
    }
}
