package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.audit.command.AttachEvidence;
import org.specialfund.ledger.core.audit.command.CloseAudit;
import org.specialfund.ledger.core.audit.command.IssueReport;
import org.specialfund.ledger.core.audit.event.AuditClosed;
import org.specialfund.ledger.core.audit.event.EvidenceAttached;
import org.specialfund.ledger.core.audit.event.ReportIssued;

/** An audit ends with its report, once every finding is decided, and is closed once every finding has ended. */
class CloseAuditTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void fieldwork() {
        InFieldwork.begin(ledger);
    }

    private void confirmed(String id) {
        ledger.given(AuditDo.raise(id, "minor", "A1"));
        ledger.accepts(AuditDo.confirm(id), AuditDo.SECOND);
    }

    @Test
    void reportsOnceEveryFindingIsDecided() {
        confirmed("F-1");
        ledger.given(AuditDo.raise("F-2", "minor"), AuditDo.raise("F-3", "minor"));

        ledger.refuses(AuditDo.report()).because("findings-undecided").with("findings", "F-2, F-3");
        ledger.given(AuditDo.withdraw("F-2"), AuditDo.withdraw("F-3"));
        assertThat(ledger.accepts(AuditDo.report())).hasExactlyElementsOfTypes(ReportIssued.class);
        ledger.refuses(AuditDo.report()).because("audit-out-of-order");
    }

    @Test
    void closesOnceEveryFindingHasEnded() {
        confirmed("F-1");
        confirmed("F-2");
        confirmed("F-3");
        ledger.refuses(AuditDo.close()).because("audit-out-of-order").with("needed", "reported");
        ledger.given(AuditDo.report(), AuditDo.order("F-1", "2026-07-01"), AuditDo.refer("F-3"));

        ledger.refuses(AuditDo.close()).because("findings-open").with("findings", "F-1, F-2");
        ledger.given(AuditDo.submit("F-1"));
        ledger.accepts(AuditDo.verify("F-1"), AuditDo.SECOND);
        ledger.accepts(AuditDo.withdraw("F-2"), AuditDo.SECOND);
        assertThat(ledger.accepts(AuditDo.close())).hasExactlyElementsOfTypes(AuditClosed.class);
        ledger.refuses(AuditDo.close()).because("audit-out-of-order").with("state", "closed");
        ledger.refuses(AuditDo.evidence("E1")).because("audit-out-of-order");
    }

    @Test
    void isTheTeamsAndNotInTheFuture() {
        ledger.refuses(AuditDo.report(), AuditDo.STRANGER).because("not-in-team");
        ledger.refuses(new IssueReport("AU1", LocalDate.of(2026, 6, 16), "doc", null))
                .because("date-in-future");
        ledger.given(AuditDo.report());
        ledger.refuses(AuditDo.close(), TestLedger.INSPECTOR).because("not-in-team");
        ledger.refuses(new CloseAudit("AU1", LocalDate.of(2026, 6, 16), "done")).because("date-in-future");
        ledger.refuses(new CloseAudit("AU9", LocalDate.of(2026, 6, 15), "done")).because("unknown-audit");
    }

    @Test
    void takesEvidenceFromFieldworkOnUnderAnIdOfItsOwn() {
        confirmed("F-1");
        assertThat(ledger.accepts(AuditDo.evidence("E1"))).hasExactlyElementsOfTypes(EvidenceAttached.class);
        ledger.refuses(AuditDo.evidence("e1")).because("evidence-exists").with("evidenceId", "e1");
        ledger.given(AuditDo.report(), AuditDo.evidence("E2", "F-1"));
        ledger.accepts(AuditDo.evidence("E3"), TestLedger.INSPECTOR);
        ledger.refuses(AuditDo.evidence("E4"), AuditDo.STRANGER).because("not-in-team");
        ledger.refuses(AuditDo.evidence("E4", "F-9")).because("unknown-finding");
    }

    @Test
    void takesNoEvidenceBeforeFieldworkNorForAnotherAuditsFinding() {
        confirmed("F-1");
        ledger.given(AuditDo.plan("AU2", "F1"));

        ledger.refuses(ofSecond(null)).because("audit-out-of-order").with("state", "planned");
        ledger.refuses(ofSecond("F-1")).because("unknown-finding");
    }

    private static AttachEvidence ofSecond(String findingId) {
        AttachEvidence e = AuditDo.evidence("E1");
        return new AttachEvidence("AU2", "E1", findingId, e.name(), e.mediaType(), e.size(), e.sha256());
    }
}
