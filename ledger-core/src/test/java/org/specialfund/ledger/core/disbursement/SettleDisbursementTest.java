package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.FundsSpent;

/** A settlement pays at most what is held, from the day of the request on, under a bank reference of its own. */
class SettleDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    private void approved(String reference, String amount) {
        ledger.given(Do.request(reference, "A1", amount, "2026-03-01"), Do.review(reference), Do.approve(reference));
    }

    @Test
    void paysOutOfTheHoldAndGivesTheRestBack() {
        approved("D1", "150");

        ledger.given(Do.settle("D1", "140", "B1", 1, "2026-03-10"));

        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("140");
        assertThat(ledger.balance("held.A1")).isEqualTo("0");
        assertThat(ledger.balance("available.A1")).isEqualTo("60");
        assertThat(ledger.balanceOn("held.A1", "2026-03-09")).isEqualTo("150");
    }

    @Test
    void refusesMoreThanIsHeld() {
        approved("D1", "150");

        ledger.refuses(Do.settle("D1", "150.01", "B1", 1, "2026-03-10"))
                .because("exceeds-hold")
                .with("requested", "150.01")
                .with("held", "150.00");
        assertThat(ledger.count(FundsSpent.class)).isZero();
    }

    @Test
    void refusesADayBeforeTheRequest() {
        approved("D1", "150");

        ledger.refuses(Do.settle("D1", "2026-02-28"))
                .because("settled-before-request")
                .with("effectiveDate", "2026-02-28")
                .with("requestedOn", "2026-03-01");
    }

    @Test
    void refusesABankReferenceTwiceAndRecordsNothingOfTheAllocation() {
        approved("D1", "10");
        approved("D2", "10");
        ledger.given(Do.settle("D1", null, "B1", 1, "2026-03-10"));

        ledger.refuses(Do.settle("D2", null, "B1", 1, "2026-03-10"))
                .because("bank-reference-exists")
                .with("bankReference", "B1")
                .with("reference", "D1");
        ledger.refuses(Do.settle("D2", null, "b1", 1, "2026-03-10")).because("bank-reference-exists");
        assertThat(ledger.balance("held.A1")).isEqualTo("10");
        ledger.accepts(Do.settle("D2", null, "B1", 2, "2026-03-10"));
    }

    @Test
    void refusesAmountsThatAreNotPositiveBeforeAnythingElse() {
        ledger.refuses(Do.settle("D9", "-1", "B1", 1, "2026-03-10"))
                .because("amount-not-positive")
                .with("requested", "-1");
    }
}
