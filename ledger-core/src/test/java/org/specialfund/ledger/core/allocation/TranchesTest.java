package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.allocation.event.TranchesAgreed;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A tranche pays when its condition is confirmed by a second person and the one before is paid. */
class TranchesTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static final Person BOTH = Person.of("p-both", Role.CLERK, Role.APPROVER);

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void refusesTranchesThatDoNotAddUp() {
        ledger.refuses(Do.tranches("A1", "50", "100"))
                .because("tranches-differ")
                .with("sum", "150.00")
                .with("allocated", "200.00");
    }

    @Test
    void refusesATrancheThatIsNotPositive() {
        ledger.refuses(Do.tranches("A1", "300", "-100"))
                .because("amount-not-positive")
                .with("requested", "-100");
        ledger.refuses(Do.tranches("A1", "200", "0"))
                .because("amount-not-positive")
                .with("requested", "0");
        ledger.refuses(Do.tranches("A1", "199.999", "0.001")).because("too-many-decimals");
    }

    @Test
    void keepsAmountsWithTheDigitsOfTheCurrency() {
        TranchesAgreed agreed =
                (TranchesAgreed) ledger.accepts(Do.tranches("A1", "50", "150")).get(0);

        assertThat(agreed.tranches().get(0).amount()).isEqualTo("50.00");
    }

    @Test
    void refusesAPaymentThatNamesNoneOrAnUnknownOne() {
        ledger.given(Do.tranches("A1", "50", "150"));

        ledger.refuses(Do.request("D1", "A1", "1", "2026-03-01")).because("tranche-needed");
        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01").tranche(3).request())
                .because("unknown-tranche")
                .with("tranche", "3");
        ledger.refuses(Do.confirmTranche("A1", 3)).because("unknown-tranche");
    }

    @Test
    void refusesBeforeTheConditionIsConfirmed() {
        ledger.given(Do.tranches("A1", "50", "150"));

        ledger.refuses(Do.payment("D1", "A1", "50", "2026-03-01").tranche(1).request())
                .because("tranche-not-confirmed")
                .with("tranche", "1");
        ledger.given(Do.confirmTranche("A1", 1));
        ledger.accepts(Do.payment("D1", "A1", "50", "2026-03-01").tranche(1).request());
    }

    @Test
    void refusesWhoAgreedThemToConfirm() {
        ledger.accepts(Do.tranches("A1", "50", "150"), BOTH);

        ledger.refuses(Do.confirmTranche("A1", 1), BOTH).because("same-person");
        ledger.accepts(Do.confirmTranche("A1", 1), TestLedger.APPROVER);
        ledger.refuses(Do.confirmTranche("A1", 1)).because("tranche-confirmed").with("tranche", "1");
    }

    @Test
    void waitsUntilTheOneBeforeIsPaidNotMerelyHeld() {
        ledger.given(Do.tranches("A1", "50", "150"), Do.confirmTranche("A1", 1), Do.confirmTranche("A1", 2))
                .given(Do.payment("D1", "A1", "50", "2026-03-01").tranche(1).request());

        ledger.refuses(Do.payment("D2", "A1", "10", "2026-03-02").tranche(2).request())
                .because("earlier-tranche-unpaid")
                .with("tranche", "2")
                .with("earlier", "1");
        ledger.settled("D1", "2026-03-03");
        ledger.accepts(Do.payment("D2", "A1", "150", "2026-03-04").tranche(2).request());
    }

    @Test
    void waitsAgainAfterTheOneBeforeBounced() {
        ledger.given(Do.tranches("A1", "50", "150"), Do.confirmTranche("A1", 1), Do.confirmTranche("A1", 2))
                .given(Do.payment("D1", "A1", "50", "2026-03-01").tranche(1).record())
                .given(Do.bounce("D1", "50", "2026-03-05"));

        ledger.refuses(Do.payment("D2", "A1", "10", "2026-03-06").tranche(2).record())
                .because("earlier-tranche-unpaid");
        ledger.accepts(Do.payment("D3", "A1", "50", "2026-03-06").tranche(1).record());
    }

    @Test
    void refusesMoreThanIsLeftOfIt() {
        ledger.given(Do.tranches("A1", "50", "150"), Do.confirmTranche("A1", 1))
                .given(Do.payment("D1", "A1", "30", "2026-03-01").tranche(1).record());

        ledger.refuses(Do.payment("D2", "A1", "21", "2026-03-02").tranche(1).record())
                .because("exceeds-tranche")
                .with("tranche", "1")
                .with("requested", "21.00")
                .with("left", "20.00");
        ledger.accepts(Do.payment("D2", "A1", "20", "2026-03-02").tranche(1).record());
    }

    @Test
    void refusesACorrectionBeyondIt() {
        ledger.given(Do.tranches("A1", "50", "150"), Do.confirmTranche("A1", 1))
                .given(Do.payment("D1", "A1", "30", "2026-03-01").tranche(1).record());

        ledger.refuses(Do.correct("D1", "50.01", "2026-03-01"))
                .because("exceeds-tranche")
                .with("tranche", "1")
                .with("requested", "50.01")
                .with("left", "50.00");
        ledger.accepts(Do.correct("D1", "50", "2026-03-01"));
    }

    @Test
    void agreesThemAnewButNotBelowWhatWasTaken() {
        ledger.given(Do.tranches("A1", "50", "150"), Do.confirmTranche("A1", 1))
                .given(Do.payment("D1", "A1", "30", "2026-03-01").tranche(1).record());

        ledger.refuses(Do.tranches("A1", "29", "171"))
                .because("tranche-below-taken")
                .with("tranche", "1")
                .with("requested", "29.00")
                .with("taken", "30.00");
        ledger.accepts(Do.tranches("A1", "30", "170"));
    }

    @Test
    void aConditionAgreedAnewIsConfirmedAnew() {
        ledger.given(Do.tranches("A1", "10", "190"), Do.confirmTranche("A1", 1), Do.tranches("A1", "200"));

        ledger.refuses(Do.payment("D1", "A1", "200", "2026-03-01").tranche(1).record())
                .because("tranche-not-confirmed");
    }

    @Test
    void whatDidNotChangeStaysConfirmed() {
        ledger.given(Do.tranches("A1", "50", "150"), Do.confirmTranche("A1", 1), Do.tranches("A1", "50", "70", "80"));

        ledger.accepts(Do.payment("D1", "A1", "50", "2026-03-01").tranche(1).record());
    }

    @Test
    void citeTheRulesInForceToday() {
        ledger.given(Do.fund("F1").amendedFrom("2026-06-16")).today("2026-06-20");

        ledger.given(Do.tranches("A1", "50", "150"));

        assertThat(ledger.last(TranchesAgreed.class).getMetaData()).containsEntry("rulesVersion", 2);
    }
}
