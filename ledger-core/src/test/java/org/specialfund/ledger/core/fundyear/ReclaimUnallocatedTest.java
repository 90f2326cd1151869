package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** Unallocated money is taken back by document, while it is there. */
class ReclaimUnallocatedTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    @Test
    void movesUnallocatedToReclaimed() {
        ledger.given(Do.reclaimYear("400", "2026-03-01"));

        assertThat(ledger.balance("reclaimed.F1.2026")).isEqualTo("400");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("600");
    }

    @Test
    void refusesWhatExceedsUnallocatedOnALaterDay() {
        ledger.given(Do.issue("A1", "900", "2026-05-10"));

        ledger.refuses(Do.reclaimYear("101", "2026-03-01"))
                .because("exceeds-unallocated")
                .with("firstDay", "2026-05-10")
                .with("balance", "-1.00");
    }

    @Test
    void goesOnWhileTheYearIsClosing() {
        ledger.given(Do.startClosing(2026));

        ledger.accepts(Do.reclaimYear("1000", "2026-03-01"));
    }
}
