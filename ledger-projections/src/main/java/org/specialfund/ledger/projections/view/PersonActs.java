package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What one person did, newest first: by index, whatever the length of the history. Thread-safe. */
public final class PersonActs {

    private static final String ALL = """
            SELECT h.position, h.fund_code, h.year, r.code, r.command
            FROM (SELECT e.* FROM history.mention m CROSS JOIN LATERAL unnest(m.positions) AS at (position)
                  JOIN history.event e USING (position)
                  WHERE m.what = 'person:' || ? AND m.first < ? AND position < ?
                  ORDER BY m.first DESC, position DESC LIMIT ?) h
            LEFT JOIN refusal.refusal r ON r.position = h.position
            ORDER BY h.position DESC
            """;

    private static final String REFUSED = """
            SELECT h.position, h.fund_code, h.year, r.code, r.command
            FROM refusal.refusal r JOIN history.event h ON h.position = r.position
            WHERE r.actor = ? AND r.code = ANY (?) AND r.position < ? ORDER BY r.position DESC LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;
    private final EventTable store;

    /** Where an act was found: the fund and year to which it belongs, and what was refused. */
    private record Found(
            long position,
            @Nullable String fundCode,
            @Nullable Integer year,
            @Nullable String code,
            @Nullable String command) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    row.getLong("position"),
                    row.getString("fund_code"),
                    row.getObject("year", Integer.class),
                    row.getString("code"),
                    row.getString("command"));
        }
    }

    /** Looks events up in the tables of the history and of refusals, and reads them from the store. */
    public PersonActs(DataSource dataSource, PlatformTransactionManager transactions, EventTable store) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.store = store;
        this.readModel = new ReadModel(List.of("history", "refusal"), jdbc, transactions);
    }

    /**
     * A page of all that a person did, proposed or tried.
     *
     * @param person opaque id
     * @param before position of the last one seen; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<PersonAct, Long> page(String person, @Nullable Long before, int limit) {
        Page.checkLimit(limit);
        long below = before == null ? Long.MAX_VALUE : before;
        return readModel.at(reached -> Page.of(
                acts(person, jdbc.query(ALL, (row, n) -> Found.of(row), person, below, below, limit + 1)),
                limit,
                reached,
                PersonAct::position));
    }

    /** A page of what a person tried and was refused with one of these codes. */
    public Page<PersonAct, Long> refused(String person, Collection<String> codes, @Nullable Long before, int limit) {
        Page.checkLimit(limit);
        return readModel.at(reached -> Page.of(
                acts(
                        person,
                        jdbc.query(
                                REFUSED,
                                (row, n) -> Found.of(row),
                                person,
                                new ArrayList<>(codes).toArray(new String[0]),
                                before == null ? Long.MAX_VALUE : before,
                                limit + 1)),
                limit,
                reached,
                PersonAct::position));
    }

    private List<PersonAct> acts(String person, List<Found> found) {
        Map<Long, RecordedEvent> events =
                store.byPosition(found.stream().map(Found::position).toList());
        return found.stream()
                .map(one -> act(one, Objects.requireNonNull(events.get(one.position())), person))
                .toList();
    }

    private static PersonAct act(Found found, RecordedEvent recorded, String person) {
        LedgerEvent event = recorded.event();
        String actor = recorded.metadata("actor");
        String proposer = recorded.metadata("proposedBy");
        boolean acted = person.equals(actor);
        boolean ofTwo = proposer != null && !proposer.equals(actor);
        return new PersonAct(
                recorded.position(),
                recorded.stream() + "@" + recorded.sequence(),
                recorded.recordedAt(),
                recorded.type(),
                !acted ? "proposed" : ofTwo ? "confirmed" : "acted",
                acted ? recorded.metadata("role") : null,
                !ofTwo ? null : acted ? proposer : actor,
                EventFields.value(event, "effectiveDate", LocalDate.class),
                found.fundCode(),
                found.year(),
                EventFields.text(event, "allocationNo"),
                EventFields.text(event, "reference"),
                EventFields.value(event, "amount", BigDecimal.class),
                EventFields.text(event, "currency"),
                EventFields.text(event, "documentRef"),
                found.code(),
                found.command());
    }
}
