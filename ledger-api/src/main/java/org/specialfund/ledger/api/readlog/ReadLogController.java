package org.specialfund.ledger.api.readlog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.processing.Conditions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the log of reads: all of it to an administrator, their own reads to inspectors and auditors. */
@RestController
@RequestMapping("/api/v1/read-log")
@Tag(name = "operations")
class ReadLogController {

    /**
     * One read.
     *
     * @param person opaque id
     * @param roles of the person at that time
     */
    record Read(
            long id,
            Instant at,
            String person,
            List<String> roles,
            String method,
            String path,
            @Nullable String query) {}

    private final JdbcTemplate jdbc;

    ReadLogController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    @Operation(
            summary = "What inspectors and auditors read, newest first; administrator, and they themselves their own",
            description = "person: opaque id; path: the beginning of an address; from and to: instants.")
    PageOf<Read> list(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Page page,
            Person asks) {
        Conditions conditions = new Conditions()
                .and("person_id = ?", seen(person, asks))
                .and("starts_with(path, ?)", path)
                .and("read_at >= ?", from == null ? null : Timestamp.from(from))
                .and("read_at < ?", to == null ? null : Timestamp.from(to))
                .and("id < ?", Paged.position(page));
        List<Read> found = jdbc.query(
                "select * from read_log where %s order by id desc limit %d".formatted(conditions.sql(), page.fetch()),
                (row, n) -> read(row),
                conditions.values());
        return PageOf.of(found, page, read -> Long.toString(read.id()));
    }

    /** Whose reads are shown: an administrator sees those of all, anybody else their own. */
    private static @Nullable String seen(@Nullable String person, Person asks) {
        return asks.roles().contains(Role.ADMINISTRATOR) ? person : asks.id();
    }

    private static Read read(ResultSet row) throws SQLException {
        return new Read(
                row.getLong("id"),
                row.getTimestamp("read_at").toInstant(),
                row.getString("person_id"),
                List.of(row.getString("roles").split(" ")),
                row.getString("method"),
                row.getString("path"),
                row.getString("query"));
    }
}
