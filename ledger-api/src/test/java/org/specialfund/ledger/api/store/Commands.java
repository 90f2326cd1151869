package org.specialfund.ledger.api.store;

import java.time.LocalDate;
import java.util.List;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fund.command.ResumeFund;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Commands that the tests of the write side send. */
final class Commands {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private Commands() {}

    static Item establish(String fundCode) {
        return item(
                new EstablishFund(
                        fundCode,
                        "Digital city",
                        "regular",
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
                        "锡财预〔2026〕1号",
                        null),
                "establish-" + fundCode);
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
