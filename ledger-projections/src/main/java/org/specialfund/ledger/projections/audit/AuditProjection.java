package org.specialfund.ledger.projections.audit;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.specialfund.ledger.core.audit.event.AuditClosed;
import org.specialfund.ledger.core.audit.event.AuditEvent;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.audit.event.EvidenceAttached;
import org.specialfund.ledger.core.audit.event.FieldworkStarted;
import org.specialfund.ledger.core.audit.event.FindingEvent;
import org.specialfund.ledger.core.audit.event.NoticeServed;
import org.specialfund.ledger.core.audit.event.ReportIssued;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.audit.event.SampledItem;
import org.specialfund.ledger.core.audit.event.ShortNoticeApproved;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps audits and findings as they are now; the events of one stream come in order. Thread-safe. */
public final class AuditProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "audit";

    private final JdbcTemplate jdbc;
    private final FindingRows findings;

    /** Writes through that template. */
    public AuditProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.findings = new FindingRows(jdbc);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean setsAside() {
        return true;
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return AuditEvent.class.isAssignableFrom(event);
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof FindingEvent event) {
                findings.apply(schema, recorded, event);
            } else if (recorded.event() instanceof AuditEvent event) {
                apply(schema, recorded, event);
            }
        }
    }

    private void apply(String schema, RecordedEvent recorded, AuditEvent event) {
        if (event instanceof AuditPlanned e) {
            plan(schema, recorded, e);
        } else if (event instanceof NoticeServed e) {
            change(
                    schema,
                    e.auditNo(),
                    "state = 'noticed', served_on = ?, notice_days = ?, day_kind = ?, earliest = ?",
                    e.servedOn(),
                    e.days(),
                    e.dayKind(),
                    e.earliest());
        } else if (event instanceof ShortNoticeApproved e) {
            change(schema, e.auditNo(), "short_notice = ?", e.reason());
        } else if (event instanceof FieldworkStarted e) {
            change(schema, e.auditNo(), "state = 'in-fieldwork', fieldwork_on = ?", e.effectiveDate());
        } else if (event instanceof SampleDrawn e) {
            sample(schema, recorded, e);
        } else if (event instanceof EvidenceAttached e) {
            evidence(schema, recorded, e);
        } else if (event instanceof ReportIssued e) {
            change(
                    schema,
                    e.auditNo(),
                    "state = 'reported', reported_on = ?, report = ?",
                    e.effectiveDate(),
                    e.documentRef());
        } else if (event instanceof AuditClosed e) {
            change(schema, e.auditNo(), "state = 'closed', closed_on = ?", e.effectiveDate());
        }
    }

    private void plan(String schema, RecordedEvent recorded, AuditPlanned e) {
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.audit (audit_no, position, title, kind, fund_codes, years, team, currency, time_zone)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                e.auditNo(),
                recorded.position(),
                e.title(),
                e.kind(),
                e.fundCodes().toArray(String[]::new),
                e.years().toArray(Integer[]::new),
                e.team().toArray(String[]::new),
                e.currency(),
                e.timeZone());
    }

    private void sample(String schema, RecordedEvent recorded, SampleDrawn e) {
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.sample (audit_no, sample_id, position, drawn_by, drawn_at, method, seed, size, negatives,
                    cut_off, population_sha256, population_size, population_sum, currency)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                e.auditNo(),
                e.sampleId(),
                recorded.position(),
                recorded.metadata("actor"),
                Timestamp.from(recorded.recordedAt()),
                e.method(),
                e.seed(),
                e.size(),
                e.negatives(),
                e.cutOff(),
                e.populationSha256(),
                e.populationSize(),
                e.populationSum(),
                e.currency());
        items(schema, e);
    }

    private void items(String schema, SampleDrawn e) {
        SqlArrays items = SqlArrays.of(
                "audit_no text",
                "sample_id text",
                "place integer",
                "reference text",
                "allocation_no text",
                "payee text",
                "kind text",
                "amount numeric",
                "stratum text");
        int place = 0;
        for (SampledItem item : e.items()) {
            items.add(
                    e.auditNo(),
                    e.sampleId(),
                    place++,
                    item.reference(),
                    item.allocationNo(),
                    item.payee(),
                    item.kind(),
                    item.amount(),
                    item.stratum());
        }
        items.insert(jdbc, schema + ".sample_item");
    }

    private void evidence(String schema, RecordedEvent recorded, EvidenceAttached e) {
        OneRow.change(
                jdbc,
                """
                INSERT INTO %s.evidence (audit_no, evidence_id, position, finding_id, name, media_type, size, sha256,
                    attached_by, attached_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                e.auditNo(),
                e.evidenceId(),
                recorded.position(),
                e.findingId(),
                e.name(),
                e.mediaType(),
                e.size(),
                e.sha256(),
                recorded.metadata("actor"),
                Timestamp.from(recorded.recordedAt()));
    }

    /** The assignments take the values, in order. */
    private void change(String schema, String auditNo, String assignments, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = auditNo;
        OneRow.change(jdbc, "UPDATE %s.audit SET %s WHERE audit_no = ?".formatted(schema, assignments), all);
    }
}
