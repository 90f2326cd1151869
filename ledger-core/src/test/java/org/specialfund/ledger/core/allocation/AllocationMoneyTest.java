package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.allocation.event.FundsHeld;

/** A book that went wrong is not refused to a clerk: it fails. */
class AllocationMoneyTest {

    @Test
    void failsWhereAReservationEndsThatIsNotThere() {
        AllocationMoney money = new AllocationMoney();
        money.on(new FundsHeld("F1", 2026, "A1", "D1", "T:1", null, Do.amount("10.00"), "CNY", Do.day("2026-03-01")));

        money.checkHolds(Do.day("2026-03-01"), Do.amount("10.00"));
        assertThatThrownBy(() -> money.checkHolds(Do.day("2026-03-01"), Do.amount("10.01")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-0.01");
        assertThatThrownBy(() -> money.checkHolds(Do.day("2026-02-28"), Do.amount("10.00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-02-28");
    }
}
