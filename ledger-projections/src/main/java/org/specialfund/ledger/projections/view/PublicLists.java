package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What may be made public of units and projects: never a natural person, never an account. Thread-safe. */
public final class PublicLists {

    private static final String PROJECTS = """
            SELECT j.*, q.name FROM (SELECT DISTINCT project_no FROM project.allocation WHERE fund_code = ? AND year = ?) a
            JOIN project.project j USING (project_no) JOIN payee.payee q ON q.payee = j.applicant
            WHERE q.kind = 'organisation' AND j.approved IS NOT NULL
            ORDER BY j.project_no LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * A project that got money.
     *
     * @param applicant name of the unit
     * @param approved what allocations may take together, over all years and funds
     * @param grade of its performance; null while it is not evaluated
     */
    public record PublicProject(
            String projectNo,
            String title,
            String applicant,
            BigDecimal approved,
            String currency,
            @Nullable LocalDate acceptedOn,
            @Nullable String grade) {}

    /** Reads the tables of payees and projects. */
    public PublicLists(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(List.of("payee", "project"), jdbc, transactions);
    }

    /** The names of those of these payees that are organisations, by id; natural persons are left out. */
    public Map<String, String> organisations(Collection<String> payees) {
        return readModel.at(position -> {
            Map<String, String> names = new HashMap<>();
            jdbc.query(
                    "SELECT payee, name FROM payee.payee WHERE payee = ANY (?) AND kind = 'organisation'",
                    row -> {
                        names.put(row.getString("payee"), row.getString("name"));
                    },
                    (Object) payees.toArray(new String[0]));
            return names;
        });
    }

    /** The projects that allocations of a fund year name, so many at most; those of natural persons are left out. */
    public List<PublicProject> projects(String fundCode, int year, int most) {
        return readModel.at(position -> jdbc.query(
                PROJECTS,
                (row, n) -> new PublicProject(
                        row.getString("project_no"),
                        row.getString("title"),
                        row.getString("name"),
                        row.getBigDecimal("approved"),
                        row.getString("currency"),
                        row.getObject("accepted_on", LocalDate.class),
                        row.getString("grade")),
                fundCode,
                year,
                most));
    }
}
