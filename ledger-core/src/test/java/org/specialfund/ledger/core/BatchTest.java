package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;

/** A batch goes item by item in one unit of work; an atomic one goes together or not at all. */
class BatchTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    private Item item(LedgerCommand command) {
        return ledger.ledger().item(command, Scenario.people(command.duty()));
    }

    private Item row(LedgerCommand command, String refusalKey) {
        return new Item(
                command, Scenario.people(command.duty()), "row-1", "hash-1", "import-7", "import-7", refusalKey);
    }

    private List<Outcome> execute(boolean atomic, LedgerCommand... commands) {
        return ledger.ledger()
                .execute(new Batch(Arrays.stream(commands).map(this::item).toList(), atomic));
    }

    @Test
    void anItemSeesTheEffectOfTheItemBeforeIt() {
        List<Outcome> outcomes = execute(
                false,
                Do.payee("T:7"),
                Do.issue("F1", 2026, "A1", "T:7", null, null, "200", "2026-02-01"),
                Do.payment("D1", "A1", "150", "2026-03-01")
                        .to("T:7")
                        .invoice("I-1", null)
                        .record(),
                Do.bounce("D1", "50", "2026-03-02"),
                Do.correctPayee("D1", "T:1", "2026-03-03"),
                Do.decrease("A1", "100", "2026-03-03"));

        assertThat(outcomes).allMatch(Outcome::accepted);
        assertThat(ledger.balance("available.A1")).isEqualTo("0");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("100");
    }

    @Test
    void aWholeDisbursementGoesThroughInOne() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"));

        List<Outcome> outcomes = execute(
                false,
                Do.payment("D1", "A1", "150", "2026-03-01").invoice("I-1", null).request(),
                Do.review("D1"),
                Do.approve("D1"),
                Do.settle("D1", "2026-03-02"));

        assertThat(outcomes).allMatch(Outcome::accepted);
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("150");
    }

    @Test
    void aRefusalLeavesTheOthersAlone() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"));

        List<Outcome> outcomes = execute(
                false,
                Do.record("D1", "A1", "150", "2026-03-01"),
                Do.record("D2", "A1", "60", "2026-03-01"),
                Do.record("D3", "A1", "50", "2026-03-01"));

        assertThat(outcomes).extracting(Outcome::accepted).containsExactly(true, false, true);
        new Scenario.Refused(outcomes.get(1).refusal())
                .because("exceeds-available")
                .with("available", "50.00")
                .with("balance", "-10.00");
        assertThat(ledger.balance("available.A1")).isEqualTo("0");
    }

    @Test
    void anAtomicBatchIsRefusedWholeAndRecordsNothing() {
        int before = ledger.ledger().events().size();

        AtomicBatchRefusedException refused = catchThrowableOfType(
                AtomicBatchRefusedException.class,
                () -> execute(true, Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "201", "2026-03-01")));

        assertThat(refused.outcomes()).extracting(Outcome::accepted).containsExactly(true, false);
        new Scenario.Refused(refused.outcomes().get(1).refusal()).because("exceeds-available");
        assertThat(ledger.ledger().events()).hasSize(before);
        ledger.refuses(Do.decrease("A1", "1", "2026-02-01")).because("unknown-allocation");
        ledger.accepts(Do.issue("A1", "1000", "2026-02-01"));
    }

    @Test
    void anAtomicBatchGoesTogether() {
        assertThat(execute(true, Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "200", "2026-03-01")))
                .allMatch(Outcome::accepted);
    }

    @Test
    void whatWasRolledBackIsForgotten() {
        Item propose = ledger.ledger()
                .item(new ProposeCommand("P1", Do.issue("A1", "600", "2026-02-01")), People.alone(TestLedger.CLERK));
        Item confirm = ledger.ledger().item(new ConfirmProposal("P1"), People.alone(TestLedger.APPROVER));
        Item refused = item(Do.decrease("A9", "1", "2026-02-01"));
        assertThatThrownBy(() -> ledger.ledger().execute(new Batch(List.of(propose, confirm, refused), true)))
                .isInstanceOf(AtomicBatchRefusedException.class);

        ledger.accepts(new ProposeCommand("P1", Do.issue("A2", "5", "2026-02-01")), TestLedger.CLERK);
        ledger.accepts(new ConfirmProposal("P1"), TestLedger.APPROVER);

        assertThat(ledger.balances()).containsEntry("available.A2", "5").doesNotContainKey("available.A1");
    }

    @Test
    void theSameRowRefusedForTheSameCauseIsRecordedOnce() {
        Item row = row(Do.decrease("A9", "1", "2026-02-01"), "import-7/row-1");

        ledger.refuses(row, 1).because("unknown-allocation");
        ledger.refuses(row, 0).because("unknown-allocation");
        ledger.refuses(row(Do.decrease("A9", "0", "2026-02-01"), "import-7/row-1"), 1)
                .because("amount-not-positive");
    }

    @Test
    void theSameRowTwiceInOneBatchIsRecordedOnce() {
        Item row = row(Do.decrease("A9", "1", "2026-02-01"), "import-7/row-1");
        int before = ledger.ledger().events().size();

        List<Outcome> outcomes = ledger.ledger().execute(new Batch(List.of(row, row), false));

        assertThat(outcomes).noneMatch(Outcome::accepted);
        assertThat(ledger.ledger().events()).hasSize(before + 1);
    }

    @Test
    void everyRefusalWithoutAKeyIsRecorded() {
        ledger.refuses(Do.decrease("A9", "1", "2026-02-01")).because("unknown-allocation");
        ledger.refuses(Do.decrease("A9", "1", "2026-02-01")).because("unknown-allocation");

        assertThat(ledger.count(RefusalRecorded.class)).isEqualTo(2);
    }

    @Test
    void aRefusalNamesWhatTheCommandWasAbout() {
        ledger.refuses(Do.record("D1", "A9", "1.50", "2026-02-01"));

        RefusalRecorded recorded =
                (RefusalRecorded) ledger.last(RefusalRecorded.class).getPayload();
        assertThat(recorded.command()).isEqualTo("disbursement.record");
        assertThat(recorded.subject())
                .containsOnly(
                        Map.entry("reference", "D1"),
                        Map.entry("allocationNo", "A9"),
                        Map.entry("payee", "T:1"),
                        Map.entry("amount", "1.50"),
                        Map.entry("effectiveDate", "2026-02-01"));
    }

    @Test
    void eachItemKeepsItsOwnMetadata() {
        Item first = row(Do.issue("A1", "1", "2026-02-01"), null);
        Item second = item(Do.issue("A2", "1", "2026-02-01"));

        ledger.ledger().execute(new Batch(List.of(first, second), false));

        assertThat(ledger.ledger().events().stream()
                        .filter(message -> message.getPayload() instanceof AllocationIssued)
                        .map(message -> message.getMetaData().get("commandId")))
                .containsExactly("row-1", second.commandId());
        assertThat(ledger.ledger().events().stream()
                        .filter(message -> message.getPayload() instanceof AllocationIssued)
                        .findFirst()
                        .orElseThrow()
                        .getMetaData())
                .containsEntry("requestHash", "hash-1")
                .containsEntry("correlationId", "import-7")
                .containsEntry("causationId", "import-7")
                .containsEntry("rulesVersion", 1);
    }
}
