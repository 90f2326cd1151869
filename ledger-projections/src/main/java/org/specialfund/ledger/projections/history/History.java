package org.specialfund.ledger.projections.history;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Events by whom, when and what they concern. Thread-safe. */
public final class History {

    /** As the index of V2_60 has it. */
    private static final String OF_ALLOCATION_ITSELF = """
            type IN ('allocation.issued', 'allocation.carried-in', 'allocation.opening-recorded', 'allocation.increased',
                'allocation.decreased', 'allocation.virement-received', 'allocation.virement-receipt-reversed',
                'allocation.virement-given', 'allocation.surplus-returned', 'allocation.reclaimed',
                'allocation.carried-out', 'allocation.entry-reversed', 'allocation.closed')""";

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link HistoryProjection}.
     *
     * @param transactions of the same data source
     */
    public History(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(1_000);
        this.readModel = new ReadModel(HistoryProjection.NAME, jdbc, transactions);
    }

    /**
     * A page of events, in order of position.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<HistoryEntry, Long> page(HistoryQuery query, boolean newestFirst, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        Lookup lookup = Lookup.of(query, newestFirst, cursor);
        return readModel.at(reached -> {
            List<HistoryEntry> found =
                    jdbc.query(lookup.select("e.*") + " LIMIT " + (limit + 1), (row, n) -> entry(row), lookup.values());
            long position = query.knownAt() == null ? reached : Math.min(reached, query.knownAt());
            return Page.of(found, limit, position, HistoryEntry::position);
        });
    }

    /** All events one by one, oldest first, in bounded memory; answers the position that they rest on. */
    public long each(HistoryQuery query, Consumer<HistoryEntry> each) {
        return readModel.stream(reached -> {
            Lookup lookup = Lookup.of(query, false, null);
            streaming.query(
                    lookup.select("e.*"),
                    row -> {
                        each.accept(entry(row));
                    },
                    lookup.values());
            return query.knownAt() == null ? reached : Math.min(reached, query.knownAt());
        });
    }

    /**
     * The positions of a page of events, in order of position, whichever way the page goes.
     *
     * @param cursor the last position of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public List<Long> positions(HistoryQuery query, boolean newestFirst, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        Lookup lookup = Lookup.of(query, newestFirst, cursor);
        return readModel.at(reached ->
                jdbc.queryForList(lookup.select("position") + " LIMIT " + limit, Long.class, lookup.values()).stream()
                        .sorted()
                        .toList());
    }

    /**
     * The positions of what an allocation was made of and what left it, its payments left out, oldest first. Does not
     * read its payments.
     *
     * @param limit 1 to {@value Page#MOST}
     */
    public List<Long> ownOf(String allocationNo, long knownAt, int limit) {
        Page.checkLimit(limit);
        Conditions conditions =
                new Conditions().and("allocation_no = ?", allocationNo).and("position <= ?", knownAt);
        return readModel.at(reached -> jdbc.queryForList(
                "SELECT position FROM history.event WHERE %s AND %s ORDER BY position LIMIT %d"
                        .formatted(conditions.sql(), OF_ALLOCATION_ITSELF, limit),
                Long.class,
                conditions.values()));
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong("position"),
                row.getString("event_id"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("revision"),
                row.getObject("effective_date", LocalDate.class),
                row.getString("fund_code"),
                row.getObject("year", Integer.class),
                row.getString("allocation_no"),
                row.getString("reference"),
                row.getString("payee"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("document_ref"),
                row.getString("reason"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("proposed_by"),
                row.getString("confirmed_by"),
                row.getObject("rules_version", Integer.class),
                row.getString("command_id"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                legs(row.getArray("posting_accounts"), row.getArray("posting_amounts")));
    }

    private static List<HistoryEntry.Leg> legs(Array accounts, Array amounts) throws SQLException {
        String[] names = (String[]) accounts.getArray();
        BigDecimal[] values = (BigDecimal[]) amounts.getArray();
        List<HistoryEntry.Leg> legs = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            legs.add(new HistoryEntry.Leg(names[i], values[i]));
        }
        return legs;
    }
}
