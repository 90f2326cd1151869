package org.specialfund.ledger.core.payee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** A bar stops payments to a payee from its first to its last day. */
class BarPayeeTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "100", "2026-02-01"));
    }

    @Test
    void refusesPaymentsFromItsFirstToItsLastDay() {
        ledger.given(Do.bar("T:1", "2026-03-01", "2026-03-31"));

        ledger.accepts(Do.record("D1", "A1", "1", "2026-02-28"));
        ledger.refuses(Do.record("D2", "A1", "1", "2026-03-01"))
                .because("payee-barred")
                .with("payee", "T:1")
                .with("since", "2026-03-01");
        ledger.refuses(Do.request("D2", "A1", "1", "2026-03-31")).because("payee-barred");
        ledger.accepts(Do.record("D2", "A1", "1", "2026-04-01"));
    }

    @Test
    void refusesApprovalWhileItStandsToday() {
        ledger.given(Do.request("D1", "A1", "1", "2026-02-28"), Do.review("D1"), Do.bar("T:1", "2026-06-15", null));

        ledger.refuses(Do.approve("D1")).because("payee-barred").with("since", "2026-06-15");
    }

    @Test
    void refusesSettlementOnADayThatItCovers() {
        ledger.given(Do.request("D1", "A1", "1", "2026-02-28"), Do.review("D1"), Do.approve("D1"))
                .given(Do.bar("T:1", "2026-03-10", null));

        ledger.refuses(Do.settle("D1", "2026-03-10")).because("payee-barred").with("since", "2026-03-10");
        ledger.accepts(Do.settle("D1", "2026-03-09"));
    }

    @Test
    void acceptsAPaymentMadeInSpiteOfItWithTheApproversConfirmation() {
        ledger.given(Do.bar("T:1", "2026-03-01", null));

        List<LedgerEvent> events = ledger.accepts(Do.payment("D1", "A1", "1", "2026-03-05")
                .despite("paid already")
                .record());

        assertThat(events)
                .filteredOn(DisbursementRecorded.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((DisbursementRecorded) event).despite()).isEqualTo("paid already"));
    }

    @Test
    void anotherPayeeIsPaid() {
        ledger.given(Do.bar("T:1", "2026-03-01", null));

        ledger.accepts(Do.payment("D1", "A1", "1", "2026-03-05").to("T:2").record());
    }

    @Test
    void liftingEndsItOnItsDayAndKeepsTheDaysBefore() {
        ledger.given(Do.bar("T:1", "2026-03-01", null), Do.unbar("T:1", "2026-03-20"));

        ledger.refuses(Do.record("D1", "A1", "1", "2026-03-19")).because("payee-barred");
        ledger.accepts(Do.record("D1", "A1", "1", "2026-03-20"));
    }

    @Test
    void refusesToLiftWhatDoesNotStand() {
        ledger.refuses(Do.unbar("T:1", "2026-03-20"))
                .because("payee-not-barred")
                .with("payee", "T:1");
        ledger.refuses(Do.unbar("T:9", "2026-03-20")).because("unknown-payee");
        ledger.refuses(Do.bar("T:9", "2026-03-20", null)).because("unknown-payee");
    }
}
