package org.specialfund.ledger.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.audit.command.ApproveShortNotice;
import org.specialfund.ledger.core.audit.command.AttachEvidence;
import org.specialfund.ledger.core.audit.command.CloseAudit;
import org.specialfund.ledger.core.audit.command.IssueReport;
import org.specialfund.ledger.core.audit.event.AuditClosed;
import org.specialfund.ledger.core.audit.event.AuditEvent;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.audit.event.EvidenceAttached;
import org.specialfund.ledger.core.audit.event.FieldworkStarted;
import org.specialfund.ledger.core.audit.event.FindingAdded;
import org.specialfund.ledger.core.audit.event.NoticeServed;
import org.specialfund.ledger.core.audit.event.ReportIssued;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.audit.event.ShortNoticeApproved;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** An engagement: planned, noticed, in fieldwork, reported, closed. Its findings are aggregates of their own. */
@AggregateRoot(type = "audit")
@Revision("1")
public class Audit {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Audit> TYPE = new AggregateType<>(Audit.class, "audit", 20, Audit::new);

    private static final String PLANNED = "planned";
    private static final String NOTICED = "noticed";
    private static final String FIELDWORK = "in-fieldwork";
    private static final String REPORTED = "reported";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private @Nullable String auditNo;
    private String state = PLANNED;
    private @Nullable NoticeServed notice;
    private boolean shortNotice;
    private final Set<String> samples = new HashSet<>();
    private final Set<String> evidence = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    Audit() {}

    /** The key of an audit. */
    public static AggregateKey<Audit> key(String auditNo) {
        return TYPE.key(auditNo);
    }

    List<AuditEvent> plan(AuditPlanned planned) {
        Guard.notTaken(auditNo, planned.auditNo(), AuditRefusals.AUDIT_EXISTS, "auditNo");
        return List.of(planned);
    }

    List<AuditEvent> serve(NoticeServed served) {
        checkIs(PLANNED);
        return List.of(served);
    }

    List<AuditEvent> approveShortNotice(ApproveShortNotice c) {
        checkIs(NOTICED);
        return List.of(new ShortNoticeApproved(c.auditNo(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    /** Refuses a day before the notice has run; with an approved exception, a day before the notice itself. */
    List<AuditEvent> startFieldwork(String no, LocalDate day) {
        checkIs(NOTICED);
        NoticeServed served = Guard.present(notice, () -> outOfOrder(NOTICED));
        LocalDate earliest = shortNotice ? served.servedOn() : served.earliest();
        Guard.that(!day.isBefore(earliest), () -> Refusal.of(AuditRefusals.NOTICE_TOO_SHORT)
                .with("earliest", earliest)
                .with("effectiveDate", day)
                .with("days", served.days())
                .with("dayKind", served.dayKind()));
        return List.of(new FieldworkStarted(no, day));
    }

    /** Refuses a sample outside fieldwork, and an id that is taken. */
    List<AuditEvent> checkTakesSample(String sampleId) {
        Guard.that(!samples.contains(fold(sampleId)), () -> Refusal.of(AuditRefusals.SAMPLE_EXISTS)
                .with("sampleId", sampleId));
        checkIs(FIELDWORK);
        return List.of();
    }

    List<AuditEvent> draw(SampleDrawn drawn) {
        checkTakesSample(drawn.sampleId());
        return List.of(drawn);
    }

    /** Evidence comes from the start of fieldwork until the audit is closed. */
    List<AuditEvent> attach(AttachEvidence c) {
        Guard.that(!evidence.contains(fold(c.evidenceId())), () -> Refusal.of(AuditRefusals.EVIDENCE_EXISTS)
                .with("evidenceId", c.evidenceId()));
        checkIs(FIELDWORK, REPORTED);
        return List.of(new EvidenceAttached(
                c.auditNo(), c.evidenceId(), c.findingId(), c.name(), c.mediaType(), c.size(), c.sha256()));
    }

    List<AuditEvent> addFinding(String no, String findingId) {
        checkIs(FIELDWORK);
        return List.of(new FindingAdded(no, findingId));
    }

    List<AuditEvent> issueReport(IssueReport c) {
        checkIs(FIELDWORK);
        return List.of(new ReportIssued(c.auditNo(), c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    List<AuditEvent> close(CloseAudit c) {
        checkIs(REPORTED);
        return List.of(new AuditClosed(c.auditNo(), c.effectiveDate(), c.reason()));
    }

    /** The ids of its findings, in the order in which they were raised. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    private void checkIs(String... needed) {
        Guard.that(List.of(needed).contains(state), () -> outOfOrder(needed));
    }

    private Refusal outOfOrder(String... needed) {
        return Refusal.of(AuditRefusals.AUDIT_OUT_OF_ORDER)
                .with("auditNo", String.valueOf(auditNo))
                .with("state", state)
                .with("needed", String.join(", ", needed));
    }

    private static String fold(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    @EventSourcingHandler
    void on(AuditPlanned e) {
        id = key(e.auditNo()).streamId();
        auditNo = e.auditNo();
    }

    @EventSourcingHandler
    void on(NoticeServed e) {
        notice = e;
        state = NOTICED;
    }

    @EventSourcingHandler
    void on(ShortNoticeApproved e) {
        shortNotice = true;
    }

    @EventSourcingHandler
    void on(FieldworkStarted e) {
        state = FIELDWORK;
    }

    @EventSourcingHandler
    void on(SampleDrawn e) {
        samples.add(fold(e.sampleId()));
    }

    @EventSourcingHandler
    void on(EvidenceAttached e) {
        evidence.add(fold(e.evidenceId()));
    }

    @EventSourcingHandler
    void on(FindingAdded e) {
        findings.add(e.findingId());
    }

    @EventSourcingHandler
    void on(ReportIssued e) {
        state = REPORTED;
    }

    @EventSourcingHandler
    void on(AuditClosed e) {
        state = "closed";
    }
}
