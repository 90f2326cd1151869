package org.specialfund.ledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.project.command.SubmitProject;

/** An entrusted fund rests on its mandate, keeps within it, and never mixes. */
class EntrustedFundTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static Do.FundOf entrusted(String code) {
        return Do.fund(code).entrusted("another office", "2026-12-31").categories("network");
    }

    @Test
    void isEstablishedWithItsWholeMandate() {
        FundEstablished established =
                (FundEstablished) ledger.accepts(entrusted("F1").command()).get(0);

        assertThat(established.mandator()).isEqualTo("another office");
        assertThat(established.mandatePurpose()).isEqualTo("a purpose");
    }

    @Test
    void isRefusedWithoutAnyPartOfIt() {
        ledger.refuses(Do.fund("F1").entrusted(null, null).command())
                .because("mandate-incomplete")
                .with("missing", "mandator, mandatePurpose, termTo, categories");
        ledger.refuses(Do.fund("F1").mandator("another office").command()).because("mandate-of-regular-fund");
    }

    @Test
    void keepsItsRulesWithinTheMandate() {
        ledger.given(entrusted("F1").command());

        ledger.refuses(entrusted("F1").categories("network", "roads").amendedFrom("2026-07-01"))
                .because("beyond-mandate")
                .with("categories", "roads");
        ledger.refuses(entrusted("F1").categories().amendedFrom("2026-07-01")).because("beyond-mandate");
        ledger.accepts(entrusted("F1").amendedFrom("2026-07-01"));
    }

    @Test
    void paysNothingBeyondTermAndPurpose() {
        ledger.standard(Do.fund("F1").entrusted("another office", "2026-05-31").categories("network"))
                .given(Do.issueFor("A1", "network", "100", "2026-02-01"));

        ledger.refuses(Do.payment("D1", "A1", "1", "2026-05-01")
                        .category("roads")
                        .record())
                .because("category-not-allowed");
        ledger.refuses(Do.record("D1", "A1", "1", "2026-06-01")).because("date-outside-term");
        ledger.refuses(Do.issueFor("A2", "roads", "1", "2026-02-01")).because("category-not-allowed");
        ledger.accepts(Do.record("D1", "A1", "1", "2026-05-31"));
    }

    @Test
    void standsAloneInAProject() {
        ledger.standard(entrusted("F1")).given(Do.fund("F2").command());

        ledger.refuses(asking("F1", "F2"))
                .because("entrusted-mixed")
                .with("entrusted", "F1")
                .with("funds", "F1, F2");
        ledger.accepts(asking("F1"));
    }

    @Test
    void doesNotMixWithAnotherEntrustedFundEither() {
        ledger.standard(entrusted("F1")).given(entrusted("F2").command());

        ledger.refuses(asking("F1", "F2")).because("entrusted-mixed");
    }

    private static SubmitProject asking(String... funds) {
        return DoProject.submit("P1", "T:1", "network", "10", funds);
    }
}
