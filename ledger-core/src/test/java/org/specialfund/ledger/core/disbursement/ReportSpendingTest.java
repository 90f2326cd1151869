package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A recipient reports what it spent of what it was paid. */
class ReportSpendingTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aPayment() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "100", "2026-03-01"));
    }

    @Test
    void isAMemo() {
        ledger.given(Do.report("D1", "60", "2026-04-01"));

        assertThat(ledger.balance("reported.F1.2026")).isEqualTo("60");
        assertThat(ledger.balance("reporting.F1.2026")).isEqualTo("-60");
    }

    @Test
    void refusesMoreThanIsPaidNet() {
        ledger.given(Do.report("D1", "60", "2026-04-01"));

        ledger.refuses(Do.report("D1", "40.01", "2026-04-02"))
                .because("exceeds-paid")
                .with("requested", "100.01")
                .with("paid", "100.00");
        ledger.accepts(Do.report("D1", "40", "2026-04-02"));
    }

    @Test
    void aUnitReportsOnItsOwnOnly() {
        Person other = new Person("p-other", Set.of(Role.UNIT), "T:2");

        ledger.refuses(Do.report("D1", "1", "2026-04-01"), other).because("unit-not-its-own");
    }
}
