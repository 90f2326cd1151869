package org.specialfund.ledger.projections.supervision;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.audit.event.FindingConfirmed;
import org.specialfund.ledger.core.audit.event.FindingWithdrawn;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.payee.event.AccountProposed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.redflag.event.RedFlagConverted;
import org.specialfund.ledger.core.redflag.event.RedFlagDismissed;
import org.specialfund.ledger.core.redflag.event.RedFlagEvent;
import org.specialfund.ledger.core.redflag.event.RedFlagRaised;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps red flags, papers behind payments, bank accounts' first days, and which findings hold. Thread-safe. */
public final class SupervisionProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "supervision";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public SupervisionProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        return DisbursementBegun.class.isAssignableFrom(event)
                || RedFlagEvent.class.isAssignableFrom(event)
                || event == RefusalRecorded.class
                || event == AccountProposed.class
                || event == FindingConfirmed.class
                || event == FindingWithdrawn.class;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        SqlArrays papers = SqlArrays.of(
                "position bigint",
                "kind text",
                "value text",
                "entry text",
                "reference text",
                "payee text",
                "fund_code text",
                "allocation_no text",
                "refused boolean");
        SqlArrays accounts = SqlArrays.of("payee text", "account_id text", "entry text", "known_at timestamptz");
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof DisbursementBegun e) {
                paper(papers, recorded, "invoice", e.invoiceNo(), e);
                paper(papers, recorded, "document", EventFields.text(e, "documentSha256"), e);
            } else if (recorded.event() instanceof RefusalRecorded e
                    && e.command().startsWith("disbursement.")
                    && e.subject().keySet().containsAll(List.of("reference", "payee", "allocationNo"))) {
                paper(papers, recorded, "invoice", e.subject());
                paper(papers, recorded, "document", e.subject());
            } else if (recorded.event() instanceof AccountProposed e) {
                accounts.add(e.payee(), e.accountId(), entry(recorded), recorded.recordedAt());
            } else if (recorded.event() instanceof RedFlagRaised e) {
                raise(schema, recorded, e);
            } else if (recorded.event() instanceof RedFlagDismissed e) {
                end(schema, recorded, e.flagId(), "dismissed", "reason", e.reason());
            } else if (recorded.event() instanceof RedFlagConverted e) {
                end(schema, recorded, e.flagId(), "converted", "finding_id", e.findingId());
            } else if (recorded.event() instanceof FindingConfirmed e) {
                jdbc.update("INSERT INTO %s.confirmed VALUES (?)".formatted(schema), e.findingId());
            } else if (recorded.event() instanceof FindingWithdrawn e) {
                jdbc.update("DELETE FROM %s.confirmed WHERE finding_id = ?".formatted(schema), e.findingId());
            }
        }
        papers.insert(jdbc, schema + ".paper");
        accounts.insert(jdbc, schema + ".account");
    }

    private static void paper(
            SqlArrays papers, RecordedEvent recorded, String kind, @Nullable String value, DisbursementBegun e) {
        if (value != null) {
            papers.add(
                    recorded.position(),
                    kind,
                    value,
                    entry(recorded),
                    e.reference(),
                    e.payee(),
                    e.fundCode(),
                    e.allocationNo(),
                    false);
        }
    }

    private static void paper(SqlArrays papers, RecordedEvent recorded, String kind, Map<String, String> subject) {
        String value = subject.get(kind.equals("invoice") ? "invoiceNo" : "documentSha256");
        if (value != null) {
            papers.add(
                    recorded.position(),
                    kind,
                    value,
                    entry(recorded),
                    subject.get("reference"),
                    subject.get("payee"),
                    subject.get("fundCode"),
                    subject.get("allocationNo"),
                    true);
        }
    }

    private static String entry(RecordedEvent recorded) {
        return recorded.stream() + "@" + recorded.sequence();
    }

    private void raise(String schema, RecordedEvent recorded, RedFlagRaised e) {
        String sql = """
                INSERT INTO %s.flag (flag_id, position, rule, version, subject, fund_code, year, input_names,
                    input_values, threshold_names, threshold_values, entries, raised_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        Map<String, String> inputs = new TreeMap<>(e.inputs());
        Map<String, String> thresholds = new TreeMap<>(e.thresholds());
        OneRow.change(
                jdbc,
                sql.formatted(schema),
                e.flagId(),
                recorded.position(),
                e.rule(),
                e.version(),
                e.subject(),
                e.fundCode(),
                e.year(),
                texts(inputs.keySet()),
                texts(inputs.values()),
                texts(thresholds.keySet()),
                texts(thresholds.values()),
                texts(e.entries()),
                Timestamp.from(recorded.recordedAt()));
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(new String[0]);
    }

    private void end(String schema, RecordedEvent recorded, String flagId, String state, String column, String value) {
        OneRow.change(
                jdbc,
                "UPDATE %s.flag SET state = ?, ended_by = ?, ended_at = ?, %s = ? WHERE flag_id = ?"
                        .formatted(schema, column),
                state,
                recorded.metadata("actor"),
                Timestamp.from(recorded.recordedAt()),
                value,
                flagId);
    }

    /** A map out of two arrays. */
    static Map<String, String> map(Array names, Array values) throws SQLException {
        String[] keys = (String[]) names.getArray();
        String[] texts = (String[]) values.getArray();
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], texts[i]);
        }
        return map;
    }
}
