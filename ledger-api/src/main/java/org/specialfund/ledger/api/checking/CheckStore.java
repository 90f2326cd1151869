package org.specialfund.ledger.api.checking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.check.Checked;
import org.specialfund.ledger.projections.check.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every check that was run. Thread-safe. */
@Component
class CheckStore {

    private static final int MOST_LISTED = 100;
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheckStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes that a check begins for a person. */
    UUID begin(String askedBy) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into balance_check (id, asked_by) values (:id, :askedBy)")
                .param("id", id)
                .param("askedBy", askedBy)
                .update();
        return id;
    }

    /** Notes that the nightly check begins; none where one has begun since then, on whichever node. */
    @Transactional
    public Optional<UUID> beginNightly(Instant since) {
        jdbc.sql("lock table balance_check in share row exclusive mode").update();
        jdbc.sql("update balance_check set ended_at = clock_timestamp(), failure = 'cut off'"
                        + " where ended_at is null and begun_at < :since")
                .param("since", at(since))
                .update();
        UUID id = UUID.randomUUID();
        int begun = jdbc.sql("""
                        insert into balance_check (id) select :id where not exists (
                            select from balance_check where asked_by is null and begun_at >= :since)""").param("id", id).param("since", at(since)).update();
        return begun == 1 ? Optional.of(id) : Optional.empty();
    }

    void ended(UUID id, Checked checked) {
        jdbc.sql("""
                        update balance_check set ended_at = clock_timestamp(), position = :position,
                            accounts = :accounts, postings = :postings, differences = :differences,
                            first_ones = :first::jsonb
                        where id = :id""")
                .param("id", id)
                .param("position", checked.position())
                .param("accounts", checked.accounts())
                .param("postings", checked.postings())
                .param("differences", checked.differences())
                .param("first", json.writeValueAsString(checked.first()))
                .update();
    }

    /** Notes that it could not be done; the cause is in the log. */
    void failed(UUID id, String cause) {
        jdbc.sql("update balance_check set ended_at = clock_timestamp(), failure = :cause where id = :id")
                .param("id", id)
                .param("cause", cause)
                .update();
    }

    Optional<CheckView> find(UUID id) {
        return jdbc.sql("select * from balance_check where id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The latest first; a hundred at most. */
    List<CheckView> latest() {
        return jdbc.sql("select * from balance_check order by begun_at desc, id limit " + MOST_LISTED)
                .query((row, n) -> view(row))
                .list();
    }

    /** The last check that came to its end. */
    Optional<CheckView> lastEnded() {
        return jdbc.sql("select * from balance_check where differences is not null order by begun_at desc limit 1")
                .query((row, n) -> view(row))
                .optional();
    }

    /** How long ago that was; empty where there was none. */
    Optional<Duration> age(Instant now) {
        return lastEnded().map(CheckView::endedAt).map(ended -> Duration.between(ended, now));
    }

    private CheckView view(ResultSet row) throws SQLException {
        String first = row.getString("first_ones");
        Long differences = row.getObject("differences", Long.class);
        Instant ended = instant(row, "ended_at");
        return new CheckView(
                row.getObject("id", UUID.class),
                row.getString("asked_by"),
                state(ended, differences),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended,
                row.getObject("position", Long.class),
                row.getObject("accounts", Long.class),
                row.getObject("postings", Long.class),
                differences,
                first == null ? List.of() : json.readValue(first, DIFFERENCES));
    }

    private static String state(@Nullable Instant ended, @Nullable Long differences) {
        if (ended == null) {
            return "running";
        }
        if (differences == null) {
            return "failed";
        }
        return differences == 0 ? "agrees" : "differs";
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
