package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A payment that the treasury has made is recorded in one step, by two people and within the money. */
class RecordDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void movesAvailableToPaid() {
        ledger.given(Do.record("D1", "A1", "150", "2026-05-10"));

        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("150");
        assertThat(ledger.balance("available.A1")).isEqualTo("50");
    }

    @Test
    void refusesWhatExceedsAvailableOnALaterDay() {
        ledger.given(Do.record("D1", "A1", "150", "2026-05-10"));

        ledger.refuses(Do.record("D2", "A1", "60", "2026-03-01"))
                .because("exceeds-available")
                .with("available", "50.00")
                .with("firstDay", "2026-05-10")
                .with("balance", "-10.00");
        assertThat(ledger.count(DisbursementRecorded.class)).isEqualTo(1);
    }

    @Test
    void refusesANegativeAmountAsAReturnThatNamesNoPayment() {
        ledger.refuses(Do.record("D1", "A9", "-5.00", "2026-03-01"))
                .because("return-names-no-payment")
                .with("requested", "-5.00");
        ledger.refuses(Do.record("D1", "A9", "0", "2026-03-01")).because("amount-not-positive");
    }

    @Test
    void refusesABankReferenceThatASettlementUsed() {
        ledger.paid("D1", "A1", "10", "2026-03-01");

        ledger.refuses(Do.payment("D2", "A1", "10", "2026-03-01")
                        .bank("bank-D1", 1)
                        .record())
                .because("bank-reference-exists")
                .with("reference", "D1");
        assertThat(ledger.balance("available.A1")).isEqualTo("190");
        ledger.accepts(
                Do.payment("D2", "A1", "10", "2026-03-01").bank("bank-D1", 2).record());
    }

    @Test
    void needsTwoPeople() {
        ledger.refuses(Do.record("D1", "A1", "1", "2026-03-01"), TestLedger.CLERK)
                .because("two-people-needed");
        Person both = Person.of("p-both", Role.CLERK, Role.APPROVER);
        ledger.refuses(Do.record("D1", "A1", "1", "2026-03-01"), People.two(both, both))
                .because("same-person");
    }
}
