package org.specialfund.ledger.projections.supervision;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what funds' rules say on supervision. Costs as much as there are versions. Thread-safe. */
public final class RulesFacts {

    private static final String VERSIONS = """
            SELECT r.fund_code, r.applies_from, r.time_zone, r.approval_threshold, ARRAY(SELECT name FROM fund.threshold t
                       WHERE t.fund_code = r.fund_code AND t.version = r.version ORDER BY name) AS names,
                   ARRAY(SELECT value FROM fund.threshold t
                       WHERE t.fund_code = r.fund_code AND t.version = r.version ORDER BY name) AS amounts
            FROM fund.rules r
            ORDER BY r.fund_code, r.version
            """;

    private final JdbcTemplate jdbc;

    /** Reads through that template, at one snapshot where its caller has begun one. */
    public RulesFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of a fund's rules.
     *
     * @param limit for approval; null where it names none
     * @param thresholds that it names
     */
    public record Version(
            String fundCode,
            LocalDate appliesFrom,
            String timeZone,
            @Nullable BigDecimal limit,
            Map<String, BigDecimal> thresholds) {

        /** Copies the map. */
        public Version {
            thresholds = Map.copyOf(thresholds);
        }
    }

    /** All versions, by fund, oldest first. */
    public List<Version> versions() {
        return jdbc.query(
                VERSIONS,
                (row, n) -> new Version(
                        row.getString("fund_code"),
                        row.getObject("applies_from", LocalDate.class),
                        row.getString("time_zone"),
                        row.getBigDecimal("approval_threshold"),
                        map(row.getArray("names"), row.getArray("amounts"))));
    }

    private static Map<String, BigDecimal> map(Array names, Array values) throws SQLException {
        String[] keys = (String[]) names.getArray();
        BigDecimal[] amounts = (BigDecimal[]) values.getArray();
        Map<String, BigDecimal> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], amounts[i]);
        }
        return map;
    }
}
