package org.specialfund.ledger.core.audit;

import java.time.LocalDate;
import java.util.List;
import org.specialfund.ledger.core.audit.command.ApproveShortNotice;
import org.specialfund.ledger.core.audit.command.AttachEvidence;
import org.specialfund.ledger.core.audit.command.CloseAudit;
import org.specialfund.ledger.core.audit.command.ConfirmFinding;
import org.specialfund.ledger.core.audit.command.DrawSample;
import org.specialfund.ledger.core.audit.command.EscalateFinding;
import org.specialfund.ledger.core.audit.command.IssueReport;
import org.specialfund.ledger.core.audit.command.OrderRectification;
import org.specialfund.ledger.core.audit.command.PlanAudit;
import org.specialfund.ledger.core.audit.command.RaiseFinding;
import org.specialfund.ledger.core.audit.command.ReferFinding;
import org.specialfund.ledger.core.audit.command.RespondToFinding;
import org.specialfund.ledger.core.audit.command.ReturnRectification;
import org.specialfund.ledger.core.audit.command.ServeNotice;
import org.specialfund.ledger.core.audit.command.StartFieldwork;
import org.specialfund.ledger.core.audit.command.SubmitRectification;
import org.specialfund.ledger.core.audit.command.VerifyRectification;
import org.specialfund.ledger.core.audit.command.WithdrawFinding;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Commands of the audit AU1 as tests say them: on the fund F1 and its year 2026, in June 2026. */
public final class AuditDo {

    /** The other member of the team. */
    static final Person SECOND = Person.of("p-auditor-2", Role.AUDITOR);

    /** An auditor of another team. */
    static final Person STRANGER = Person.of("p-auditor-3", Role.AUDITOR);

    private static final String DOC = "锡审〔2026〕3号";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private AuditDo() {}

    /** Every command that an auditor or an inspector may give. */
    public static List<LedgerCommand> ofAuditors() {
        return List.of(
                plan(),
                notice("2026-06-10"),
                fieldwork("2026-06-13"),
                random("S1", "seed", 1, 1),
                evidence("E1"),
                raise("F-1", "minor"),
                confirm("F-1"),
                withdraw("F-1"),
                order("F-1", "2026-07-01"),
                verify("F-1"),
                sendBack("F-1", null),
                escalate("F-1", "2026-07-01"),
                refer("F-1"),
                report(),
                close());
    }

    static PlanAudit plan() {
        return plan("AU1", "F1");
    }

    static PlanAudit plan(String no, String... funds) {
        return new PlanAudit(
                no,
                "2026 special funds",
                "regular",
                List.of(funds),
                List.of(2026),
                List.of("p-auditor", "p-auditor-2"),
                null,
                null);
    }

    static ServeNotice notice(String day) {
        return new ServeNotice("AU1", day(day), null, null, DOC, null);
    }

    static ServeNotice notice(String day, int days) {
        return new ServeNotice("AU1", day(day), days, "calendar", DOC, null);
    }

    static ServeNotice noticeInWorkingDays(String day, int days) {
        return new ServeNotice("AU1", day(day), days, "working", DOC, null);
    }

    /** A leader's. */
    public static ApproveShortNotice shortNotice() {
        return new ApproveShortNotice("AU1", "urgent", DOC, null);
    }

    static StartFieldwork fieldwork(String day) {
        return new StartFieldwork("AU1", day(day));
    }

    static DrawSample random(String id, String seed, int size, long cutOff) {
        return new DrawSample("AU1", id, "random", seed, size, null, cutOff);
    }

    static DrawSample monetary(String id, String seed, int size, int negatives, long cutOff) {
        return new DrawSample("AU1", id, "monetary-unit", seed, size, negatives, cutOff);
    }

    static AttachEvidence evidence(String id) {
        return evidence(id, null);
    }

    static AttachEvidence evidence(String id, String findingId) {
        return new AttachEvidence("AU1", id, findingId, "contract.pdf", "application/pdf", 1_024, HASH);
    }

    static RaiseFinding raise(String id, String severity, String... allocationNos) {
        return raiseOn(id, severity, "fund:f1@0", allocationNos);
    }

    static RaiseFinding raiseOn(String id, String severity, String entry, String... allocationNos) {
        return new RaiseFinding(
                "AU1",
                id,
                "Paid early",
                "Paid before delivery",
                severity,
                "T:1",
                List.of(entry),
                List.of(allocationNos));
    }

    /** The unit's. */
    public static RespondToFinding respond(String id) {
        return new RespondToFinding(id, "it was urgent", null, null);
    }

    static ConfirmFinding confirm(String id) {
        return new ConfirmFinding(id, day("2026-06-14"), "the files show it");
    }

    static WithdrawFinding withdraw(String id) {
        return new WithdrawFinding(id, day("2026-06-15"), "a misunderstanding");
    }

    static OrderRectification order(String id, String dueDate) {
        return new OrderRectification(id, "return the money", day(dueDate), null, null);
    }

    /** The unit's. */
    public static SubmitRectification submit(String id) {
        return new SubmitRectification(id, "returned", DOC, null);
    }

    static VerifyRectification verify(String id) {
        return new VerifyRectification(id, day("2026-06-15"), "seen in the statement");
    }

    static ReturnRectification sendBack(String id, String dueDate) {
        return new ReturnRectification(id, "not all of it", dueDate == null ? null : day(dueDate));
    }

    static EscalateFinding escalate(String id, String dueDate) {
        return new EscalateFinding(id, day(dueDate));
    }

    static ReferFinding refer(String id) {
        return new ReferFinding(id, "Discipline inspection", "beyond the audit", DOC, null);
    }

    static IssueReport report() {
        return new IssueReport("AU1", day("2026-06-15"), DOC, null);
    }

    static CloseAudit close() {
        return new CloseAudit("AU1", day("2026-06-15"), "all cleared");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
