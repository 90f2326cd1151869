package org.specialfund.ledger.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** What the bank should show of payments, returns, recoveries, and what is taken back of them. */
class BankItemsTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void payments() {
        ledger.standard()
                .given(
                        Do.issue("A1", "500", "2026-02-01"),
                        Do.payment("D1", "A1", "100", "2026-03-05")
                                .bank("B1", 1)
                                .record(),
                        Do.payment("D2", "A1", "50", "2026-03-06").bank("B2", 1).record());
    }

    /** The items of a month as {@code item reference amount}. */
    private List<String> of(String month) {
        List<BankEntries.Entry> entries = ledger.ledger().events().stream()
                .filter(message -> message.getPayload() instanceof MoneyEvent event
                        && event.effectiveDate().toString().startsWith(month))
                .map(message -> new BankEntries.Entry(
                        new EventRef(message.getAggregateIdentifier(), message.getSequenceNumber()),
                        (MoneyEvent) message.getPayload()))
                .toList();
        return BankItems.of(entries, this::stream).stream()
                .map(item -> item.item() + " " + item.bankReference() + " " + item.amount())
                .toList();
    }

    private List<LedgerEvent> stream(String id) {
        return ledger.ledger().events().stream()
                .filter(message -> message.getAggregateIdentifier().equals(id))
                .map(message -> (LedgerEvent) message.getPayload())
                .toList();
    }

    @Test
    void holdsEveryWayToPay() {
        ledger.paid("D3", "A1", "10", "2026-03-07");

        assertThat(of("2026-03"))
                .containsExactly("payment:D1 B1 -100.00", "payment:D2 B2 -50.00", "payment:D3 bank-D3 -10.00");
    }

    @Test
    void forgetsWhatWasReversedInTheMonthAndKeepsTheLastAmountOfWhatWasCorrected() {
        ledger.given(Do.reverse("D1"), Do.correct("D2", "45", "2026-03-08"));

        assertThat(of("2026-03")).containsExactly("payment:D2 B2 -45.00");
    }

    @Test
    void standsWithTheDifferenceWhereAnotherMonthCorrects() {
        ledger.given(Do.correct("D2", "45", "2026-04-08"));

        assertThat(of("2026-03")).containsExactly("payment:D1 B1 -100.00");
        assertThat(of("2026-04")).containsExactly("payment:D2 B2 -45.00");
    }

    @Test
    void holdsWhatCameBackUnderItsDocument() {
        ledger.given(
                Do.bounce("D1", "40", "2026-04-01"),
                Do.demand("D2", "20", "2026-04-01"),
                Do.receive("D2:1", "15", "2026-04-02"));
        String returned = ledger.ref(DisbursementReturned.class);

        assertThat(of("2026-04"))
                .containsExactly(returned + " 锡财预〔2026〕15号 40.00", "disbursement:d2@2 锡财预〔2026〕15号 15.00");

        ledger.given(Do.reverseEntry(returned));
        assertThat(of("2026-04")).containsExactly("disbursement:d2@2 锡财预〔2026〕15号 15.00");
    }
}
