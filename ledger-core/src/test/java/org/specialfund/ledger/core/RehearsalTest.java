package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;

/** A rehearsal decides as the ledger would, one item after the other, and records nothing. */
class RehearsalTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private Outcome rehearse(Rehearsal rehearsal, LedgerCommand command) {
        return rehearsal.decide(ledger.ledger().item(command, Scenario.people(command.duty())));
    }

    @Test
    void eachItemSeesTheEffectOfThoseBeforeIt() {
        ledger.standard();
        int before = ledger.ledger().events().size();
        Rehearsal rehearsal = ledger.ledger().rehearsal();

        assertThat(rehearse(rehearsal, Do.issue("A1", "200", "2026-02-01")).accepted())
                .isTrue();
        assertThat(rehearse(rehearsal, Do.record("D1", "A1", "150", "2026-03-01"))
                        .accepted())
                .isTrue();
        Outcome refused = rehearse(rehearsal, Do.record("D2", "A1", "60", "2026-03-01"));

        new Scenario.Refused(refused.refusal())
                .because("exceeds-available")
                .with("available", "50.00")
                .with("balance", "-10.00");
        assertThat(ledger.ledger().events()).hasSize(before);
        ledger.refuses(Do.record("D1", "A1", "1", "2026-03-01")).because("unknown-allocation");
    }

    @Test
    void readsAheadWhatIsStoredAndWhatWasRehearsedBefore() {
        ledger.standard();
        ledger.accepts(Do.issue("A1", "200", "2026-02-01"));
        Rehearsal rehearsal = ledger.ledger().rehearsal();
        LedgerCommand second = Do.record("D2", "A1", "60", "2026-03-01");

        assertThat(rehearse(rehearsal, Do.record("D1", "A1", "150", "2026-03-01"))
                        .accepted())
                .isTrue();
        rehearsal.readAhead(List.of(ledger.ledger().item(second, Scenario.people(second.duty()))));

        new Scenario.Refused(rehearse(rehearsal, second).refusal())
                .because("exceeds-available")
                .with("available", "50.00");
    }

    @Test
    void seesASuspensionRehearsedBefore() {
        ledger.standard();
        Rehearsal rehearsal = ledger.ledger().rehearsal();

        assertThat(rehearse(rehearsal, Do.suspendFund("flood", "2026-01-01")).accepted())
                .isTrue();
        new Scenario.Refused(
                        rehearse(rehearsal, Do.issue("A1", "1", "2026-02-01")).refusal())
                .because("fund-suspended");
        ledger.accepts(Do.issue("A1", "1", "2026-02-01"));
    }
}
