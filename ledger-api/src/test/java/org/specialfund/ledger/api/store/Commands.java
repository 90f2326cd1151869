package org.specialfund.ledger.api.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fund.command.ResumeFund;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.StartClosing;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Commands that tests send. */
public final class Commands {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private Commands() {}

    static Item establish(String fundCode) {
        return item(
                new EstablishFund(
                        fundCode,
                        "Digital city",
                        "regular",
                        null,
                        null,
                        null,
                        "CNY",
                        LocalDate.of(2026, 1, 1),
                        null,
                        "Asia/Shanghai",
                        1,
                        List.of(),
                        null,
                        null,
                        "allocation",
                        "year",
                        "treasury",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "锡财预〔2026〕1号",
                        null),
                "establish-" + fundCode);
    }

    static Item open(String fundCode) {
        return clerks(new OpenYear(fundCode, 2026, "doc", null), "open-" + fundCode);
    }

    static Item appropriate(String fundCode, String amount, String commandId) {
        return clerks(new AppropriateBudget(fundCode, 2026, new BigDecimal(amount), DAY, "doc", null), commandId);
    }

    static Item payee(String payee) {
        return clerks(new RegisterPayee(payee, "organisation", "A unit", null), "payee-" + payee);
    }

    static Item issue(String fundCode, String allocationNo, String payee, String amount) {
        return clerks(
                new IssueAllocation(
                        allocationNo,
                        null,
                        fundCode,
                        2026,
                        payee,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(amount),
                        DAY,
                        "doc",
                        null),
                "issue-" + allocationNo);
    }

    /** A payment that the treasury has already made. */
    static Item record(String reference, String allocationNo, String payee, String amount) {
        return record(reference, allocationNo, payee, amount, DAY);
    }

    /** The same, paid on a day. */
    public static Item record(String reference, String allocationNo, String payee, String amount, LocalDate day) {
        return clerks(
                new RecordDisbursement(
                        reference,
                        allocationNo,
                        payee,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(amount),
                        day,
                        "doc",
                        null),
                "record-" + reference);
    }

    static Item request(String reference, String allocationNo, String payee, String amount) {
        return clerks(
                new RequestDisbursement(
                        reference,
                        allocationNo,
                        payee,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(amount),
                        DAY,
                        "doc",
                        null),
                "request-" + reference);
    }

    static Item startClosing(String fundCode) {
        return clerks(new StartClosing(fundCode, 2026, "doc", null), "closing-" + fundCode);
    }

    static Item suspend(String fundCode, String cause) {
        return item(new SuspendFund(fundCode, cause, DAY, "a reason", null, null), "suspend-" + fundCode + "-" + cause);
    }

    static Item resume(String fundCode, String cause) {
        return item(new ResumeFund(fundCode, cause, DAY, "a reason", null, null), "resume-" + fundCode + "-" + cause);
    }

    static Item item(LedgerCommand command, String commandId) {
        People people = People.two(Person.of("p1", Role.PLANNER), Person.of("p2", Role.LEADER));
        return new Item(command, people, commandId, "hash-of-" + commandId, commandId, null, null);
    }

    static Item clerks(LedgerCommand command, String commandId) {
        People people =
                People.two(Person.of("p3", Role.CLERK, Role.PLANNER), Person.of("p4", Role.APPROVER, Role.LEADER));
        boolean two = command.duty().needsTwo();
        return new Item(
                command,
                two ? people : People.alone(Person.of("p3", Role.CLERK, Role.PLANNER)),
                commandId,
                "hash-of-" + commandId,
                commandId,
                null,
                null);
    }

    static Item withHash(Item item, String hash) {
        return new Item(
                item.command(),
                item.people(),
                item.commandId(),
                hash,
                item.correlationId(),
                item.causationId(),
                item.refusalKey());
    }

    static Item withId(Item item, String commandId) {
        return item(item.command(), commandId);
    }
}
