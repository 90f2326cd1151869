package org.specialfund.ledger.api.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.specialfund.ledger.core.audit.command.ConfirmFinding;
import org.specialfund.ledger.core.audit.command.PlanAudit;
import org.specialfund.ledger.core.audit.command.RaiseFinding;
import org.specialfund.ledger.core.audit.command.ServeNotice;
import org.specialfund.ledger.core.audit.command.StartFieldwork;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** An audit of a fund, named like it, up to a severe finding of its allocation. */
final class AuditCommands {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private AuditCommands() {}

    static List<Item> raised(String fund, String allocationNo, String payee) {
        return List.of(
                item(new PlanAudit(fund, "title", "special", List.of(fund), List.of(2026), List.of("a1"), null, null)),
                item(new ServeNotice(fund, DAY.minusDays(3), null, null, "doc", null)),
                item(new StartFieldwork(fund, DAY)),
                item(new RaiseFinding(
                        fund,
                        fund,
                        "title",
                        "statement",
                        "severe",
                        payee,
                        List.of("fund:" + fund.toLowerCase(Locale.ROOT) + "@0"),
                        List.of(allocationNo))));
    }

    static Item confirm(String fund) {
        Person inspector = new Person("i1", Set.of(Role.INSPECTOR), null);
        return item(new ConfirmFinding(fund, DAY, "reason"), inspector);
    }

    private static Item item(LedgerCommand command) {
        return item(command, Person.of("a1", Role.AUDITOR));
    }

    private static Item item(LedgerCommand command, Person person) {
        String id = command.getClass().getSimpleName() + "-" + command.hashCode();
        return new Item(command, People.alone(person), id, "hash-of-" + id, id, null, null);
    }
}
