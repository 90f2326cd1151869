package org.specialfund.ledger.core.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.audit.InFieldwork;
import org.specialfund.ledger.core.audit.event.FindingAdded;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.redflag.command.ConvertRedFlag;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import org.specialfund.ledger.core.redflag.event.RedFlagConverted;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A flag becomes a finding of an audit, once, in one unit of work. */
class ConvertRedFlagTest {

    private static final Person STRANGER = Person.of("p-stranger", Role.AUDITOR);

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aFlagAndAnAuditInFieldwork() {
        InFieldwork.begin(ledger);
        ledger.paid("D1", "A1", "10", "2026-03-01")
                .accepts(raise("D1", ledger.ref(DisbursementApproved.class)), TestLedger.INSPECTOR);
    }

    @Test
    void raisesAFindingThatRestsOnTheFlagsEvents() {
        List<LedgerEvent> events = ledger.accepts(convert("F-1", "A1"), TestLedger.AUDITOR);

        assertThat(events)
                .hasExactlyElementsOfTypes(FindingAdded.class, FindingRaised.class, RedFlagConverted.class)
                .element(2)
                .isEqualTo(new RedFlagConverted(FlagId.of("split", 1, "D1"), "split", 1, "D1", "AU1", "F-1"));
        FindingRaised raised = (FindingRaised) events.get(1);
        assertThat(raised.entries()).containsExactly(ledger.ref(DisbursementApproved.class));
        assertThat(raised.allocationNos()).containsExactly("A1");
        assertThat(raised.raisedBy()).isEqualTo(TestLedger.AUDITOR.id());
    }

    @Test
    void isConvertedOrDismissedAndOnce() {
        ledger.accepts(convert("F-1"), TestLedger.INSPECTOR);

        ledger.refuses(convert("F-2"), TestLedger.INSPECTOR)
                .because("red-flag-not-open")
                .with("state", "converted");
        ledger.refuses(dismiss(), TestLedger.INSPECTOR).because("red-flag-not-open");

        ledger.paid("D2", "A1", "10", "2026-03-02");
        ledger.accepts(raise("D2", ledger.ref(DisbursementApproved.class)), TestLedger.INSPECTOR);
        ledger.accepts(new DismissRedFlag("split", 1, "D2", "two contracts"), TestLedger.INSPECTOR);
        ledger.refuses(convertOf("D2", "F-2"), TestLedger.INSPECTOR)
                .because("red-flag-not-open")
                .with("state", "dismissed");
    }

    @Test
    void demandsWhatAFindingDemands() {
        ledger.refuses(convert("F-1"), STRANGER).because("not-in-team");
        ledger.refuses(convert("F-1"), TestLedger.APPROVER).because("role-not-allowed");
        ledger.refuses(convert("F-1", "A9"), TestLedger.AUDITOR).because("unknown-allocation");
        ledger.given(Do.issue("F1", 2026, "A3", "T:2", null, null, "10", "2026-02-01"));
        ledger.refuses(convert("F-1", "A3"), TestLedger.AUDITOR).because("not-of-the-unit");
        ledger.accepts(convert("F-1"), TestLedger.AUDITOR);
        ledger.paid("D2", "A1", "10", "2026-03-02");
        ledger.accepts(raise("D2", ledger.ref(DisbursementApproved.class)), TestLedger.INSPECTOR);
        ledger.refuses(convertOf("D2", "F-1"), TestLedger.AUDITOR).because("finding-exists");
        ledger.accepts(convertOf("D2", "F-2"), TestLedger.AUDITOR);
    }

    @Test
    void mustExist() {
        ledger.refuses(convertOf("D9", "F-1"), TestLedger.AUDITOR)
                .because("unknown-red-flag")
                .with("subject", "D9");
    }

    private static RaiseRedFlag raise(String subject, String entry) {
        return new RaiseRedFlag("split", 1, subject, "F1", 2026, Map.of("sum", "10"), Map.of(), List.of(entry));
    }

    private static ConvertRedFlag convert(String findingId, String... allocationNos) {
        return convertOf("D1", findingId, allocationNos);
    }

    private static ConvertRedFlag convertOf(String subject, String findingId, String... allocationNos) {
        return new ConvertRedFlag(
                "split",
                1,
                subject,
                "AU1",
                findingId,
                "Split payment",
                "One contract, two payments",
                "minor",
                "T:1",
                List.of(allocationNos));
    }

    private static DismissRedFlag dismiss() {
        return new DismissRedFlag("split", 1, "D1", "two contracts");
    }
}
