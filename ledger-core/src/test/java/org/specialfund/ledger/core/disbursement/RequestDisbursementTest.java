package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A request holds money of an allocation. */
class RequestDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    private static final Person UNIT = new Person("p-unit", Set.of(Role.UNIT), "T:1");
    private static final Person OTHER_UNIT = new Person("p-other", Set.of(Role.UNIT), "T:2");

    @Test
    void holdsMoney() {
        assertThat(ledger.accepts(Do.request("D1", "A1", "150", "2026-03-01")))
                .hasExactlyElementsOfTypes(FundsHeld.class, DisbursementRequested.class);
        assertThat(ledger.balance("held.A1")).isEqualTo("150");
        assertThat(ledger.balance("available.A1")).isEqualTo("50");
    }

    @Test
    void refusesWhatExceedsAvailableOnALaterDayAndLeavesNoRequest() {
        ledger.given(Do.decrease("A1", "150", "2026-05-10"));

        ledger.refuses(Do.request("D1", "A1", "60", "2026-05-01"))
                .because("exceeds-available")
                .with("requested", "60.00")
                .with("available", "50.00")
                .with("firstDay", "2026-05-10")
                .with("balance", "-10.00");
        ledger.refuses(Do.review("D1")).because("unknown-disbursement").with("reference", "D1");
    }

    @Test
    void refusesAReferenceThatExistsForEver() {
        ledger.given(Do.request("D1", "A1", "1", "2026-03-01"), Do.cancel("D1", "2026-03-02"));

        ledger.refuses(Do.request("D1", "A1", "1", "2026-03-03"))
                .because("disbursement-exists")
                .with("reference", "D1");
        ledger.refuses(Do.record("d1", "A1", "1", "2026-03-03"))
                .because("differs-only-by-case")
                .with("requested", "d1")
                .with("existing", "D1");
        ledger.refuses(Do.review("d1")).because("unknown-disbursement").with("reference", "d1");
        assertThat(ledger.count(FundsHeld.class)).isEqualTo(1);
    }

    @Test
    void refusesAnUnknownAllocationOrPayee() {
        ledger.refuses(Do.request("D1", "A9", "1", "2026-03-01"))
                .because("unknown-allocation")
                .with("allocationNo", "A9");
        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01").to("T:9").request())
                .because("unknown-payee")
                .with("payee", "T:9");
        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01").to("t:1").request())
                .because("unknown-payee")
                .with("payee", "t:1");
    }

    @Test
    void aUnitRequestsOnItsOwnMoneyOnly() {
        ledger.refuses(Do.request("D1", "A1", "1", "2026-03-01"), OTHER_UNIT).because("unit-not-its-own");
        ledger.accepts(Do.request("D1", "A1", "1", "2026-03-01"), UNIT);
        ledger.refuses(Do.cancel("D1", "2026-03-02"), OTHER_UNIT).because("unit-not-its-own");
        ledger.accepts(Do.cancel("D1", "2026-03-02"), UNIT);
    }

    @Test
    void refusesACategoryThatTheRulesDoNotAllow() {
        ledger.given(Do.fund("G").categories("network").command(), Do.openYear("G", 2026))
                .given(Do.appropriate("G", 2026, "100", "2026-01-01"))
                .given(Do.issue("G", 2026, "B1", "T:1", "network", null, "50", "2026-02-01"));

        ledger.refuses(Do.payment("D1", "B1", "1", "2026-03-01")
                        .category("training")
                        .request())
                .because("category-not-allowed")
                .with("category", "training");
        ledger.refuses(Do.payment("D1", "B1", "1", "2026-03-01")
                        .category("training")
                        .record())
                .because("category-not-allowed");
        ledger.accepts(Do.request("D1", "B1", "1", "2026-03-01"));
        DisbursementRequested requested =
                (DisbursementRequested) ledger.last(DisbursementRequested.class).getPayload();
        assertThat(requested.category()).isEqualTo("network");
    }
}
