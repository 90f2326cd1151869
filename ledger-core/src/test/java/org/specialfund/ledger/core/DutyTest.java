package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specialfund.ledger.core.audit.AuditDo;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.DeclineProposal;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.proposal.command.WithdrawProposal;
import org.specialfund.ledger.core.redflag.command.ConvertRedFlag;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.RefusedException;
import org.specialfund.ledger.core.shared.Role;

/** Who may give each command: every command with every role, and with every pair of roles. */
class DutyTest {

    private static final String DOC = "doc";

    /** Who acts, or who proposes and who confirms; as domain.md says under People. */
    private static final Map<LedgerCommand, String> TABLE = table();

    private static Map<LedgerCommand, String> table() {
        Map<LedgerCommand, String> table = new HashMap<>();
        List.of(Do.fund("F1").amendedFrom("2026-07-01"), Do.closeFund("2026-06-01"), Do.plan("L1", "1"))
                .forEach(command -> table.put(command, "planner > leader"));
        table.put(Do.fund("F1").command(), "planner clerk > leader approver");
        table.put(Do.resumeFund("flood", "2026-06-01"), "planner clerk > leader");
        table.put(Do.suspendFund("flood", "2026-06-01"), "leader approver");
        table.put(Do.suspend("A1", "flood", "2026-06-01"), "leader approver");
        List.of(
                        Do.openYear(2026),
                        Do.appropriate("1", "2026-06-01"),
                        Do.increaseBudget("1", "2026-06-01"),
                        Do.opening("1", "2026-06-01"),
                        Do.reclaimYear("1", "2026-06-01"),
                        Do.carryYear(2026, 2026, "1", null),
                        Do.startClosing(2026),
                        Do.closeYear(2026),
                        Do.issue("A1", "1", "2026-06-01"),
                        Do.increase("A1", "1", "2026-06-01"),
                        Do.decrease("A1", "1", "2026-06-01"),
                        Do.move("A1", "A2", "1", "2026-06-01"),
                        Do.surplus("A1", "1", "2026-06-01"),
                        Do.reclaim("A1", "1", "2026-06-01"),
                        Do.carry("A1", "A2", "1", null),
                        Do.resume("A1", "flood", "2026-06-01"),
                        Do.close("A1", "2026-06-01"),
                        Do.bar("T:1", "2026-06-01", null),
                        Do.unbar("T:1", "2026-06-01"),
                        Do.record("D1", "A1", "1", "2026-06-01"),
                        Do.reverse("D1"),
                        Do.correct("D1", "1", "2026-06-01"),
                        Do.correctPayee("D1", "T:2", "2026-06-01"),
                        Do.demand("D1", "1", "2026-06-01"),
                        Do.reverseEntry("allocation:a1@0"))
                .forEach(command -> table.put(command, "clerk > approver"));
        table.put(Do.waive("D1:1", "1", "2026-06-01"), "clerk > leader");
        table.put(Do.bounce("D1", "1", "2026-06-01"), "clerk treasury > reviewer approver");
        table.put(Do.receive("D1:1", "1", "2026-06-01"), "clerk treasury > reviewer approver");
        table.put(Do.payee("T:1"), "clerk");
        table.put(Do.account("T:1", "K1"), "clerk");
        table.put(Do.verify("T:1", "K1"), "reviewer approver");
        table.put(Do.qualification("T:1"), "clerk planner");
        table.put(Do.tranches("A1", "1"), "planner clerk");
        table.put(Do.confirmTranche("A1", 1), "reviewer approver");
        table.put(Do.request("D1", "A1", "1", "2026-06-01"), "unit clerk");
        table.put(Do.cancel("D1", "2026-06-01"), "unit clerk");
        table.put(Do.report("D1", "1", "2026-06-01"), "unit clerk");
        table.put(Do.review("D1"), "reviewer");
        table.put(Do.approve("D1"), "approver leader");
        table.put(Do.reject("D1", "2026-06-01"), "reviewer approver leader treasury");
        table.put(Do.settle("D1", "2026-06-01"), "treasury");
        List<String> entries = List.of("allocation:a1@0");
        table.put(
                new RaiseRedFlag("split", 1, "D1", null, null, Map.of(), Map.of(), entries),
                "inspector auditor administrator");
        table.put(new DismissRedFlag("split", 1, "D1", DOC), "inspector auditor");
        table.put(
                new ConvertRedFlag("split", 1, "D1", "AU1", "F-1", DOC, DOC, "minor", "T:1", List.of()),
                "inspector auditor");
        AuditDo.ofAuditors().forEach(command -> table.put(command, "auditor inspector"));
        table.put(AuditDo.shortNotice(), "leader");
        table.put(AuditDo.respond("F-1"), "unit");
        table.put(AuditDo.submit("F-1"), "unit");
        table.put(new ProposeCommand("P1", Do.issue("A1", "1", "2026-06-01")), "clerk");
        projects(table);
        String anyoneWhoMayConfirm = "planner leader unit clerk reviewer approver treasury";
        table.put(new ConfirmProposal("P1"), anyoneWhoMayConfirm);
        table.put(new DeclineProposal("P1", DOC), anyoneWhoMayConfirm);
        table.put(new WithdrawProposal("P1", DOC), anyoneWhoMayConfirm);
        return table;
    }

    private static void projects(Map<LedgerCommand, String> table) {
        table.put(DoProject.calendar(2027, List.of("2027-01-01"), List.of()), "administrator");
        table.put(DoProject.submit("P1", "1"), "unit");
        table.put(DoProject.withdraw("P1"), "unit");
        table.put(DoProject.complete("P1"), "planner");
        table.put(DoProject.experts("P1", "e1"), "planner");
        table.put(DoProject.recuse("P1", "e1"), "expert planner");
        table.put(DoProject.review("P1", 80, "2026-01-12"), "expert");
        table.put(DoProject.notice("P1", "2026-01-13"), "planner");
        table.put(DoProject.object("P1", "2026-01-13"), "unit planner");
        table.put(DoProject.resolve("P1:1", true, "2026-01-13"), "planner leader");
        table.put(DoProject.approve("P1", "1", "2026-01-20"), "planner > leader");
        table.put(DoProject.reject("P1", "2026-01-20"), "planner > leader");
        table.put(DoProject.milestone("P1", "M1", null), "unit planner");
        table.put(DoProject.accept("P1", "2026-05-01"), "planner");
        table.put(DoProject.secure("P1", "2026-05-01"), "planner");
        table.put(DoProject.score("P1", 90, "2026-05-01"), "planner");
    }

    static Stream<LedgerCommand> commands() {
        return TABLE.keySet().stream();
    }

    @Test
    void coversEveryCommand() {
        assertThat(TABLE.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(LedgerCore.commands());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void allowsJustTheRolesOfTheTable(LedgerCommand command) {
        String[] row = TABLE.get(command).split(" > ");
        for (Role first : Role.values()) {
            boolean mayFirst = List.of(row[0].split(" ")).contains(first.word());
            if (row.length == 1) {
                assertThat(refusal(command, People.alone(Person.of("p1", first))))
                        .as("%s by %s", command, first)
                        .isEqualTo(mayFirst ? null : "role-not-allowed");
                continue;
            }
            assertThat(refusal(command, People.alone(Person.of("p1", first)))).isEqualTo("two-people-needed");
            for (Role second : Role.values()) {
                boolean mayBoth = mayFirst && List.of(row[1].split(" ")).contains(second.word());
                assertThat(refusal(command, People.two(Person.of("p1", first), Person.of("p2", second))))
                        .as("%s by %s and %s", command, first, second)
                        .isEqualTo(mayBoth ? null : "role-not-allowed");
                Person both = new Person("p1", new HashSet<>(List.of(first, second)), null);
                assertThat(refusal(command, People.two(both, both)))
                        .as("%s by one person with %s and %s", command, first, second)
                        .isNotNull();
            }
        }
    }

    private static String refusal(LedgerCommand command, People people) {
        try {
            command.duty().check(people);
            return null;
        } catch (RefusedException refused) {
            return refused.refusal().code().code();
        }
    }
}
