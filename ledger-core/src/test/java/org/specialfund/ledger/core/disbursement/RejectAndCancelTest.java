package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** A request that is rejected or cancelled gives its money back, on a day from the request on. */
class RejectAndCancelTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesTheMoneyBack(boolean rejected) {
        ledger.given(Do.request("D1", "A1", "150", "2026-03-01"));

        ledger.given(rejected ? Do.reject("D1", "2026-03-05") : Do.cancel("D1", "2026-03-05"));

        assertThat(ledger.balanceOn("held.A1", "2026-03-04")).isEqualTo("150");
        assertThat(ledger.balanceOn("held.A1", "2026-03-05")).isEqualTo("0");
        assertThat(ledger.balance("available.A1")).isEqualTo("200");
    }

    @Test
    void refusesADayBeforeTheRequest() {
        ledger.given(Do.request("D1", "A1", "150", "2026-03-01"));

        ledger.refuses(Do.cancel("D1", "2026-02-28"))
                .because("before-earlier-entry")
                .with("effectiveDate", "2026-02-28")
                .with("earlier", "2026-03-01");
        ledger.refuses(Do.reject("D1", "2026-02-28")).because("before-earlier-entry");
    }

    @Test
    void refusesWhatIsPaidRejectedOrCancelled() {
        ledger.paid("D1", "A1", "10", "2026-03-01")
                .given(Do.request("D2", "A1", "10", "2026-03-01"), Do.cancel("D2", "2026-03-01"))
                .given(Do.request("D3", "A1", "10", "2026-03-01"), Do.reject("D3", "2026-03-01"));

        ledger.refuses(Do.cancel("D1", "2026-03-02"))
                .because("not-in-this-state")
                .with("state", "paid");
        ledger.refuses(Do.reject("D2", "2026-03-02"))
                .because("not-in-this-state")
                .with("state", "cancelled");
        ledger.refuses(Do.cancel("D3", "2026-03-02"))
                .because("not-in-this-state")
                .with("state", "rejected");
    }

    @Test
    void anApprovedRequestIsStillCancelled() {
        ledger.given(Do.request("D1", "A1", "10", "2026-03-01"), Do.review("D1"), Do.approve("D1"));

        ledger.accepts(Do.cancel("D1", "2026-03-02"));
    }
}
