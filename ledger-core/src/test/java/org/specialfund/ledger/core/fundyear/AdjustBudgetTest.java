package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** A budget grows while the year is open, and shrinks by what is unallocated on every later day. */
class AdjustBudgetTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    @Test
    void increasesAndReduces() {
        ledger.given(Do.increaseBudget("200", "2026-03-01"), Do.reduceBudget("300", "2026-03-02"));

        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("900");
        assertThat(ledger.balance("appropriated.F1.2026")).isEqualTo("-900");
    }

    @Test
    void refusesAReductionBeyondWhatIsUnallocatedOnALaterDay() {
        ledger.given(Do.issue("A1", "700", "2026-05-10"));

        ledger.refuses(Do.reduceBudget("301", "2026-03-01"))
                .because("exceeds-unallocated")
                .with("requested", "301.00")
                .with("available", "300.00")
                .with("firstDay", "2026-05-10")
                .with("balance", "-1.00");
        ledger.accepts(Do.reduceBudget("300", "2026-03-01"));
    }

    @Test
    void refusesAReductionBeforeTheMoneyCame() {
        ledger.refuses(Do.reduceBudget("1", "2026-01-01"))
                .because("exceeds-unallocated")
                .with("firstDay", "2026-01-01")
                .with("balance", "-1.00")
                .with("available", "0.00");
    }

    @Test
    void closingBarsAnIncreaseAndAllowsAReduction() {
        ledger.given(Do.startClosing(2026));

        ledger.refuses(Do.increaseBudget("1", "2026-03-01"))
                .because("year-closing")
                .with("year", "2026");
        ledger.accepts(Do.reduceBudget("1", "2026-03-01"));
    }
}
