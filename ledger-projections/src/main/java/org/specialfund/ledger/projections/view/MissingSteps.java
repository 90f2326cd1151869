package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What should have happened and did not, as it is now. Costs as much as there is of it. Thread-safe. */
public final class MissingSteps {

    private static final String SQL = """
            WITH p AS MATERIALIZED (SELECT ?::date AS today, ?::text AS zone, ?::integer AS report_days,
                                           ?::integer AS waiting_days, ?::text AS fund)
            SELECT * FROM (SELECT u.*, (u.kind || '/' || u.subject) COLLATE "C" AS key FROM (%s) u) m
            WHERE %s ORDER BY since, key LIMIT %d
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * What to look for.
     *
     * @param kinds none of the others
     * @param fundCode null for all funds, and for what is of no fund
     * @param zone in which an instant has its day
     * @param reportDays after so many days a payment should be reported as spent
     * @param waitingDays after so many days what waits has waited long
     */
    public record Query(
            Collection<MissingKind> kinds,
            @Nullable String fundCode,
            LocalDate today,
            ZoneId zone,
            int reportDays,
            int waitingDays) {}

    /** After which row a page begins. */
    public record Cursor(LocalDate since, String kind, String subject) {}

    /** Reads the tables of everything that may wait. */
    public MissingSteps(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(
                List.of(
                        "project",
                        "allocation",
                        "disbursement",
                        "history",
                        "payee",
                        "supervision",
                        "proposal",
                        "audit"),
                jdbc,
                transactions);
    }

    /**
     * A page, what waits longest first.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<MissingStep, Cursor> page(Query query, @Nullable Cursor cursor, int limit) {
        Page.checkLimit(limit);
        String kinds = query.kinds().stream().map(MissingKind::sql).collect(Collectors.joining(" UNION ALL "));
        Conditions after = new Conditions();
        if (cursor != null) {
            // A condition takes one value; the day is one of ours and needs no quoting.
            after.and("(since, key) > (DATE '%s', ?)".formatted(cursor.since()), key(cursor));
        }
        Object[] values = Stream.concat(
                        Arrays.stream(new @Nullable Object[] {
                            Date.valueOf(query.today()),
                            query.zone().getId(),
                            query.reportDays(),
                            query.waitingDays(),
                            query.fundCode()
                        }),
                        Arrays.stream(after.values()))
                .toArray();
        return readModel.at(position -> Page.of(
                jdbc.query(SQL.formatted(kinds, after.sql(), limit + 1), (row, n) -> step(row, query.today()), values),
                limit,
                position,
                step -> new Cursor(step.since(), step.kind(), step.subject())));
    }

    private static String key(Cursor cursor) {
        return cursor.kind() + "/" + cursor.subject();
    }

    private static MissingStep step(ResultSet row, LocalDate today) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        String currency = row.getString("currency");
        BigDecimal amount = row.getBigDecimal("amount");
        return new MissingStep(
                row.getString("kind"),
                row.getString("subject"),
                row.getString("fund_code"),
                row.getString("unit"),
                since,
                ChronoUnit.DAYS.between(since, today),
                List.of((String[]) row.getArray("next_move").getArray()),
                currency,
                amount == null || currency == null ? null : amount.setScale(Amounts.digits(currency)),
                row.getString("detail"));
    }
}
