package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.audit.command.DrawSample;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.audit.event.SampledItem;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;

/** A sample is drawn by the ledger from what was paid as it was known at a position. */
class DrawSampleTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void payments() {
        InFieldwork.begin(ledger);
        ledger.given(
                Do.record("D1", "A1", "100", "2026-03-01"),
                Do.record("D2", "A1", "50", "2026-03-02"),
                Do.record("D3", "A2", "30", "2026-03-03"));
    }

    private long now() {
        return ledger.ledger().events().size() - 1L;
    }

    private SampleDrawn drawn(DrawSample command) {
        return (SampleDrawn) ledger.accepts(command).get(0);
    }

    @Test
    void keepsWhatIsNeededToDrawAgain() {
        SampleDrawn sample = drawn(AuditDo.random("S1", "seed-1", 2, now()));

        assertThat(sample.populationSize()).isEqualTo(3);
        assertThat(sample.populationSum()).isEqualTo("180.00");
        assertThat(sample.currency()).isEqualTo("CNY");
        assertThat(sample.items()).hasSize(2);
        assertThat(drawn(AuditDo.random("S2", "seed-1", 2, sample.cutOff())).items())
                .isEqualTo(sample.items());
    }

    @Test
    void drawsFromWhatWasKnownAtTheCutOff() {
        long before = now();
        ledger.given(Do.record("D4", "A1", "20", "2026-02-05"), Do.correct("D2", "45", "2026-03-02"));

        assertThat(drawn(AuditDo.random("S1", "seed", 3, before)).populationSum())
                .isEqualTo("180.00");
        assertThat(drawn(AuditDo.random("S2", "seed", 4, now())).populationSum())
                .isEqualTo("195.00");
    }

    @Test
    void takesPaymentsAsTheyStandAndWhatCameBackApart() {
        ledger.given(
                Do.correct("D2", "45", "2026-03-02"),
                Do.bounce("D1", "40", "2026-04-01"),
                Do.bounce("D3", "5", "2026-04-01"));
        ledger.given(
                Do.reverseEntry(ledger.ref(DisbursementReturned.class)), Do.correctPayee("D3", "T:2", "2026-04-02"));
        ledger.given(Do.record("D4", "A1", "60", "2026-04-03"), Do.reverse("D4"));

        SampleDrawn sample = drawn(AuditDo.monetary("S1", "seed", 3, 9, now()));

        assertThat(sample.populationSum()).isEqualTo("135.00");
        assertThat(sample.items())
                .extracting(SampledItem::reference, SampledItem::payee, item -> item.kind() + item.amount())
                .contains(tuple("D1", "T:1", "payment100.00"), tuple("D1", "T:1", "return-40.00"));
        assertThat(sample.populationSize()).as("D1, its return, D2, D3 of T:2").isEqualTo(4);
    }

    @Test
    void refusesAPositionThatMayStillGrowAndAPopulationOfNothing() {
        ledger.refuses(AuditDo.random("S1", "seed", 1, now() + 1)).because("cut-off-not-settled");
        ledger.refuses(AuditDo.random("S1", "seed", 1, 3))
                .because("empty-population")
                .with("cutOff", "3");
        ledger.refuses(AuditDo.random("S1", "seed", 4, now()))
                .because("sample-too-large")
                .with("population", "3")
                .with("size", "4");
    }

    @Test
    void isTheTeamsInFieldworkUnderAnIdOfItsOwn() {
        ledger.refuses(AuditDo.random("S1", "seed", 1, now()), AuditDo.STRANGER).because("not-in-team");
        ledger.given(AuditDo.random("S1", "seed", 1, now()));
        ledger.refuses(AuditDo.random("s1", "seed", 1, now()))
                .because("sample-exists")
                .with("sampleId", "s1");
        ledger.given(AuditDo.report());
        ledger.refuses(AuditDo.random("S2", "seed", 1, now())).because("audit-out-of-order");
    }

    @Test
    void drawsNoStratumOfNegativesAtRandom() {
        assertThatThrownBy(() -> new DrawSample("AU1", "S1", "random", "seed", 1, 1, 1))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("negatives");
    }
}
