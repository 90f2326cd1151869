package org.specialfund.ledger.api.importing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.importing.plan.Codes;
import org.specialfund.ledger.api.importing.plan.DerivedCode;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of imports. Thread-safe. */
@Repository
class ImportStore {

    private static final int BATCH = 500;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private static final long CONFIRMING = 0x1A9_0127_0002L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ImportStore(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** Stores an import; where the same command id came before, gives that import instead. */
    ImportJob insert(ImportJob job, WriteRequest request) {
        jdbc.update(
                """
                insert into import (id, command_id, request_hash, state, file_name, file_size, file_sha256,
                    profile_name, profile_yaml, control_count, control_total, uploaded_by, uploader)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (command_id) do nothing""",
                job.id(),
                request.commandId(),
                request.requestHash(),
                job.state().word(),
                job.fileName(),
                job.fileSize(),
                job.fileSha256(),
                job.profileName(),
                job.profileYaml(),
                job.controlCount(),
                job.controlTotal(),
                job.uploader().id(),
                json.writeValueAsString(job.uploader()));
        return jdbc.query("select * from import where command_id = ?", this::job, request.commandId()).stream()
                .findFirst()
                .orElseThrow();
    }

    /** What the request that made an import asked for. */
    @Nullable
    String requestHash(UUID id) {
        return jdbc.queryForObject("select request_hash from import where id = ?", String.class, id);
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.query("select * from import where id = ?", this::job, id).stream()
                .findFirst();
    }

    /** Imports, newest first, with an ordinal below the given one. */
    List<ImportJob> list(long below, int most) {
        return jdbc.query(
                "select * from import where ordinal < ? order by ordinal desc limit ?", this::job, below, most);
    }

    /** Imports in one of the states, in the order in which they came into it. */
    List<ImportJob> inStates(List<ImportState> states) {
        String[] words = states.stream().map(ImportState::word).toArray(String[]::new);
        String query = "select * from import where state = any (?) order by coalesce(confirmed_at, uploaded_at)";
        return jdbc.query(query, this::job, (Object) words);
    }

    /** Moves an import on; false where it is not in that state any more. */
    boolean move(UUID id, ImportState from, ImportState to) {
        return jdbc.update("update import set state = ? where id = ? and state = ?", to.word(), id, from.word()) == 1;
    }

    /**
     * Confirms an import; false where it is not waiting for that, or another import has overtaken its rehearsal. One
     * confirmation at a time: of two imports that were rehearsed on the same ledger, one must be rehearsed again.
     */
    boolean confirm(UUID id, Person confirmer) {
        String person = json.writeValueAsString(confirmer);
        Integer rows = transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, CONFIRMING);
            return isStale(id) ? 0 : jdbc.update("""
                            update import set state = 'confirmed', confirmed_by = ?, confirmer = ?::jsonb,
                                confirmed_at = clock_timestamp()
                            where id = ? and state = 'rehearsed'""", confirmer.id(), person, id);
        });
        return rows != null && rows == 1;
    }

    /** Whether another import changed the ledger, or will, after this one's rehearsal began. */
    boolean isStale(UUID id) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select 1 from import mine join import other on other.id <> mine.id
                    where mine.id = ? and other.state in ('confirmed', 'recording', 'recorded')
                    and coalesce(other.finished_at, 'infinity') > mine.rehearsal_started)""", Boolean.class, id));
    }

    /** Imports that ended before then and whose files were not deleted. */
    List<UUID> endedBefore(Instant time) {
        return jdbc.queryForList("""
                select id from import where finished_at < ? and file_deleted_at is null
                    and state in ('failed', 'recorded', 'discarded')
                order by finished_at""", UUID.class, Timestamp.from(time));
    }

    /** Notes that an import's file is no more. */
    void fileDeleted(UUID id) {
        jdbc.update("update import set file_deleted_at = clock_timestamp() where id = ?", id);
    }

    /** References of an import's rows of a kind that were refused when it was recorded. */
    Set<String> refused(UUID id, RowKind kind) {
        String query = "select reference from import_issue where import_id = ? and phase = 'recording' and kind = ?";
        return new HashSet<>(jdbc.queryForList(query, String.class, id, kind.word()));
    }

    /** Ends a rehearsal that failed, unless the import was discarded meanwhile. */
    void fail(UUID id, String code, String text) {
        jdbc.update("""
                update import set state = 'failed', failure_code = ?, failure_text = ?, finished_at = clock_timestamp()
                where id = ? and state = 'rehearsing'""", code, text.replace('\0', ' '), id);
    }

    void finish(UUID id, ImportState state) {
        jdbc.update("update import set state = ?, finished_at = clock_timestamp() where id = ?", state.word(), id);
    }

    /** Forgets everything that an earlier rehearsal found. */
    void clear(UUID id) {
        jdbc.update("delete from import_code where import_id = ?", id);
        jdbc.update("delete from import_establishment where import_id = ?", id);
        jdbc.update("delete from import_issue where import_id = ?", id);
        jdbc.update("""
                update import set scan = null, rehearsal = null, rehearsal_started = clock_timestamp()
                where id = ?""", id);
    }

    void saveScan(UUID id, ScanReport report, Codes codes, List<PlannedRow> establish) {
        jdbc.batchUpdate(
                "insert into import_code (import_id, rule, name, code, suffixed) values (?, ?, ?, ?, ?)",
                codes.all(),
                BATCH,
                (statement, code) -> {
                    statement.setObject(1, id);
                    statement.setString(2, code.rule());
                    statement.setString(3, code.name());
                    statement.setString(4, code.code());
                    statement.setBoolean(5, code.suffixed());
                });
        int[] seq = {0};
        jdbc.batchUpdate("""
                insert into import_establishment (import_id, seq, kind, line, content)
                values (?, ?, ?, ?, ?::jsonb)""", establish, BATCH, (statement, row) -> {
            statement.setObject(1, id);
            statement.setInt(2, seq[0]++);
            statement.setString(3, row.kind().word());
            statement.setLong(4, row.line());
            statement.setString(5, json.writeValueAsString(row.content()));
        });
        jdbc.update("update import set scan = ?::jsonb where id = ?", json.writeValueAsString(report), id);
    }

    Codes codes(UUID id) {
        return new Codes(jdbc.query(
                "select rule, name, code, suffixed from import_code where import_id = ?",
                (row, n) -> new DerivedCode(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                id));
    }

    List<PlannedRow> establishments(UUID id) {
        return jdbc.query(
                "select kind, line, content from import_establishment where import_id = ? order by seq",
                (row, n) -> PlannedRow.of(
                        RowKind.of(row.getString(1)), row.getLong(2), json.readValue(row.getString(3), TEXTS)),
                id);
    }

    void saveRehearsal(UUID id, RunReport report) {
        jdbc.update("update import set rehearsal = ?::jsonb where id = ?", json.writeValueAsString(report), id);
    }

    void saveRecording(UUID id, RunReport report) {
        jdbc.update("update import set recording = ?::jsonb where id = ?", json.writeValueAsString(report), id);
    }

    /** Saves issues; one that is there already stays. */
    void saveIssues(UUID id, Issue.Phase phase, List<Issue> issues) {
        jdbc.batchUpdate("""
                insert into import_issue (import_id, phase, seq, line, kind, reference, field, code, figures)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict do nothing""", issues, BATCH, (statement, issue) -> {
            statement.setObject(1, id);
            statement.setString(2, word(phase));
            statement.setLong(3, issue.seq());
            statement.setLong(4, issue.line());
            statement.setString(5, issue.kind());
            statement.setString(6, issue.reference());
            statement.setString(7, issue.field());
            statement.setString(8, issue.code());
            statement.setString(9, json.writeValueAsString(issue.figures()));
        });
    }

    /** Issues of reading and of one other phase, by line and place, those after the given place. */
    List<Issue> issues(UUID id, Issue.Phase phase, long afterLine, long afterSeq, int most) {
        return jdbc.query(
                """
                select seq, line, kind, reference, field, code, figures from import_issue
                where import_id = ? and phase in ('reading', ?) and (line, seq) > (?, ?)
                order by line, seq limit ?""",
                (row, n) -> new Issue(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        json.readValue(row.getString(7), TEXTS)),
                id,
                word(phase),
                afterLine,
                afterSeq,
                most);
    }

    private static String word(Issue.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        Person uploader = json.readValue(row.getString("uploader"), Person.class);
        BigDecimal count = row.getBigDecimal("control_count");
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getLong("ordinal"),
                ImportState.of(row.getString("state")),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("file_sha256"),
                row.getString("profile_name"),
                row.getString("profile_yaml"),
                count == null ? null : count.longValueExact(),
                row.getBigDecimal("control_total"),
                uploader,
                row.getTimestamp("uploaded_at").toInstant(),
                from(row.getString("confirmer"), Person.class),
                instant(row.getTimestamp("confirmed_at")),
                instant(row.getTimestamp("finished_at")),
                row.getString("failure_code"),
                row.getString("failure_text"),
                instant(row.getTimestamp("file_deleted_at")),
                from(row.getString("scan"), ScanReport.class),
                from(row.getString("rehearsal"), RunReport.class),
                from(row.getString("recording"), RunReport.class));
    }

    private <T> @Nullable T from(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
