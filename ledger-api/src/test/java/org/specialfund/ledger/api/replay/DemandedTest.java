package org.specialfund.ledger.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationResumed;
import org.specialfund.ledger.core.allocation.event.AllocationSuspended;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.audit.command.ConfirmFinding;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReportSpending;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.reconciliation.command.CountersignReconciliation;
import org.specialfund.ledger.core.reconciliation.command.ExplainItems;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.command.SignReconciliation;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is said of the people behind an event is what its command demands, for every event of a fund's life. */
class DemandedTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    /** By the command that two people give: what it records. */
    private static final Map<String, String> OF_TWO = Map.ofEntries(
            Map.entry("fund.establish", "fund.established"),
            Map.entry("fund.amend-rules", "fund.rules-set"),
            Map.entry("fund.resume", "fund.resumed"),
            Map.entry("fund.close", "fund.closed"),
            Map.entry("fund-year.open", "fund.year-added fund-year.opened"),
            Map.entry("fund-year.set-plan", "fund-year.plan-set"),
            Map.entry("fund-year.appropriate-budget", "fund-year.budget-appropriated"),
            Map.entry("fund-year.adjust-budget", "fund-year.budget-increased fund-year.budget-reduced"),
            Map.entry(
                    "fund-year.record-opening",
                    "fund-year.opening-recorded fund-year.allocation-opened allocation.opening-recorded"
                            + " allocation.opening-payment-recorded disbursement.opening-recorded"),
            Map.entry("fund-year.carry-over", "fund-year.carried-over fund-year.carry-over-received"),
            Map.entry("fund-year.reclaim", "fund-year.reclaimed"),
            Map.entry("fund-year.start-closing", "fund-year.closing-started"),
            Map.entry("fund-year.close", "fund-year.closed"),
            Map.entry("allocation.issue", "allocation.issued fund-year.committed"),
            Map.entry("allocation.increase", "allocation.increased"),
            Map.entry("allocation.decrease", "allocation.decreased fund-year.released"),
            Map.entry(
                    "allocation.virement",
                    "allocation.virement-given allocation.virement-received fund-year.commitment-moved"),
            Map.entry("allocation.return-surplus", "allocation.surplus-returned"),
            Map.entry("allocation.reclaim", "allocation.reclaimed"),
            Map.entry(
                    "allocation.carry-over",
                    "allocation.carried-out allocation.carried-in fund-year.allocation-carried-out"
                            + " fund-year.allocation-carried-in"),
            Map.entry("allocation.close", "allocation.closed"),
            Map.entry("allocation.resume", "allocation.resumed"),
            Map.entry("disbursement.record", "disbursement.recorded"),
            Map.entry("disbursement.return", "disbursement.returned"),
            Map.entry("disbursement.reverse", "disbursement.reversed"),
            Map.entry("disbursement.correct", "disbursement.corrected"),
            Map.entry("disbursement.correct-payee", "disbursement.payee-corrected"),
            Map.entry("disbursement.demand-recovery", "disbursement.recovery-demanded"),
            Map.entry("disbursement.receive-recovery", "disbursement.recovery-received"),
            Map.entry("disbursement.waive-recovery", "disbursement.recovery-waived"),
            Map.entry(
                    "reversal.reverse-entry",
                    "fund-year.entry-reversed allocation.entry-reversed disbursement.entry-reversed"
                            + " allocation.return-reversed allocation.opening-payment-reversed"
                            + " allocation.virement-receipt-reversed fund-year.late-return-reversed"));

    private static final Map<String, LedgerCommand> OF_ONE = Map.ofEntries(
            Map.entry("fund.suspended", new SuspendFund("F", "manual", DAY, "why", null, null)),
            Map.entry("fund.month-signed", new CountersignReconciliation("F", 2026, "2026-01")),
            Map.entry("allocation.suspended", new SuspendAllocation("A", "manual", DAY, "why", null, null)),
            Map.entry(
                    "allocation.tranches-agreed",
                    new AgreeTranches("A", List.of(new Tranche(1, new BigDecimal("1.00"), "c")), "d", null, null)),
            Map.entry("allocation.tranche-condition-confirmed", new ConfirmTrancheCondition("A", 1, "d", null)),
            Map.entry("disbursement.rejected", new RejectDisbursement("R", DAY, "why")),
            Map.entry("disbursement.cancelled", new CancelDisbursement("R", DAY, "why")),
            Map.entry(
                    "disbursement.spending-reported", new ReportSpending("R", new BigDecimal("1.00"), DAY, "d", null)),
            Map.entry(
                    "reconciliation.statement-received",
                    new ReceiveStatement(
                            "F",
                            2026,
                            "2026-01",
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            List.of(),
                            1,
                            "0123456789abcdef".repeat(4))),
            Map.entry(
                    "reconciliation.item-explained",
                    new ExplainItems(
                            "F",
                            2026,
                            "2026-01",
                            List.of(new ExplainItems.Explanation("bank", "1", "interest", null)))),
            Map.entry("reconciliation.signed", new SignReconciliation("F", 2026, "2026-01")),
            Map.entry("reconciliation.countersigned", new CountersignReconciliation("F", 2026, "2026-01")),
            Map.entry(
                    "red-flag.raised",
                    new RaiseRedFlag("split", 1, "R", "F", 2026, Map.of(), Map.of(), List.of("disbursement:r@0"))));

    /** The allocation's and the year's part of a payment: the payment's own event by the same command says more. */
    private static final Set<String> PARTNERS = Set.of(
            "allocation.held",
            "allocation.hold-released",
            "allocation.spent",
            "allocation.restored",
            "allocation.not-restored",
            "fund-year.late-return-received");

    private final Map<String, Class<?>> events = byName(LedgerCore.events());
    private final Map<String, Class<?>> commands = byName(LedgerCore.commands());

    @Test
    void whatIsSaidOfAnEventIsWhatItsCommandDemands() throws IOException {
        for (Map.Entry<String, String> two : OF_TWO.entrySet()) {
            LedgerCommand command = (LedgerCommand) golden("commands", commands.get(two.getKey()), Map.of());
            assertThat(command.duty().needsTwo()).as(two.getKey()).isTrue();
            for (String event : two.getValue().split(" ")) {
                assertThat(demanded(event, Map.of())).as(event).isEqualTo(command.duty());
            }
        }
        for (Map.Entry<String, LedgerCommand> one : OF_ONE.entrySet()) {
            assertThat(one.getValue().duty().needsTwo()).as(one.getKey()).isFalse();
            assertThat(demanded(one.getKey(), Map.of()))
                    .as(one.getKey())
                    .isEqualTo(one.getValue().duty());
        }
    }

    @Test
    void whatTheEventHoldsDecidesWhereItsTypeDoesNot() throws IOException {
        LedgerCommand establish = (LedgerCommand) golden("commands", commands.get("fund.establish"), Map.of());
        assertThat(demanded("fund.rules-set", Map.of("version", 1))).isEqualTo(establish.duty());

        Duty finding = new ConfirmFinding("F-1", DAY, "why").duty();
        assertThat(Demanded.of(
                        "allocation.suspended", new AllocationSuspended("A", "finding:F-1", DAY, "why", null, null)))
                .isEqualTo(finding);
        assertThat(Demanded.of("allocation.resumed", new AllocationResumed("A", "finding:F-1", DAY, "why", null, null)))
                .isEqualTo(finding);
    }

    @Test
    void everyEventOfAFundsLifeIsKnown() {
        Set<String> known = new TreeSet<>(PARTNERS);
        known.addAll(OF_ONE.keySet());
        known.add("fund.rules-set");
        OF_TWO.values().forEach(types -> known.addAll(List.of(types.split(" "))));
        Set<String> all = new TreeSet<>();
        events.keySet().stream()
                .filter(type -> type.matches("(fund|fund-year|allocation|disbursement|reconciliation)\\..*"))
                .filter(type -> !Demanded.decidesPayment(type))
                .forEach(all::add);
        all.add("red-flag.raised");

        assertThat(known).isEqualTo(all);
    }

    private Duty demanded(String type, Map<String, Integer> fields) throws IOException {
        return Demanded.of(type, (LedgerEvent) golden("events", events.get(type), fields));
    }

    private static Object golden(String kind, Class<?> type, Map<String, Integer> fields) throws IOException {
        EventType name = type.getAnnotation(EventType.class);
        Path file = GOLDEN.resolve(kind).resolve(name.value() + "." + name.revision() + ".json");
        ObjectNode json = (ObjectNode) JSON.readTree(Files.readString(file));
        fields.forEach(json::put);
        return JSON.treeToValue(json, type);
    }

    private static Map<String, Class<?>> byName(List<? extends Class<?>> types) {
        Map<String, Class<?>> byName = new TreeMap<>();
        types.forEach(type -> byName.put(type.getAnnotation(EventType.class).value(), type));
        return byName;
    }
}
