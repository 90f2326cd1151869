package org.specialfund.ledger.api.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.specialfund.ledger.api.ProjectionRows;
import tools.jackson.databind.JsonNode;

/** What must hold of a ledger whatever happened to it. */
final class Books {

    private final LedgerProcess ledger;
    private final LedgerClient client;

    Books(LedgerProcess ledger) {
        this.ledger = ledger;
        this.client = ledger.client();
    }

    /** The first column of a query on the database. */
    List<String> column(String query) throws IOException, SQLException {
        try (var connection = ledger.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    /** References of the payments that were requested, as often as they were. */
    List<String> requested(String prefix) throws IOException, SQLException {
        return column("select payload ->> 'reference' from event_readable where type = 'disbursement.requested'"
                + " and payload ->> 'reference' like '" + prefix + "%'");
    }

    /** Documents of the appropriations that were recorded, as often as they were. */
    List<String> appropriated(String prefix) throws IOException, SQLException {
        return column("select payload ->> 'documentRef' from event_readable"
                + " where type = 'fund-year.budget-appropriated' and payload ->> 'documentRef' like '" + prefix + "%'");
    }

    /** References of a fund's payments as the projection shows them. */
    List<String> shown(String fund) throws IOException, SQLException {
        List<String> references = new ArrayList<>();
        String path = "/disbursements?limit=500&fund=" + fund + "&minPosition=" + position();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = client.get("clerk", path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.get("items")
                    .forEach(payment -> references.add(payment.get("reference").asString()));
            JsonNode next = page.get("next");
            cursor = next == null || next.isNull() ? null : next.asString();
        }
        return references;
    }

    /** Every book sums to zero, and every projection is what computing it anew from the events gives. */
    void check() throws IOException, SQLException {
        JsonNode trial = client.get("clerk", "/trial-balance?minPosition=" + position());
        assertThat(trial.get("balanced").asBoolean()).as(trial.toString()).isTrue();
        assertThat(trial.get("sums")).isNotEmpty().allSatisfy(sum -> assertThat(
                        new BigDecimal(sum.get("sum").asString()))
                .isZero());
        Map<String, List<String>> before = rows();
        assertThat(before).hasSizeGreaterThan(7);
        rebuildAll();
        assertThat(rows()).isEqualTo(before);
    }

    /** Every row of every projection, but for the gaps: what was rolled back is no gap to a rebuild. */
    private Map<String, List<String>> rows() throws IOException, SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (JsonNode projection : client.get("admin", "/projections")) {
            String schema = projection.get("name").asString();
            List<String> tables = column(
                    "select tablename from pg_tables where tablename <> 'gap' and schemaname = '" + schema + "'");
            assertThat(tables).as(schema).hasSizeGreaterThan(1);
            for (String table : tables) {
                rows.merge(schema, column(ProjectionRows.of(schema, table)), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .sorted()
                        .toList());
            }
        }
        return rows;
    }

    private void rebuildAll() {
        JsonNode all = client.get("admin", "/projections");
        assertThat(all).isNotEmpty();
        for (JsonNode projection : all) {
            client.done("admin", "/projections/" + projection.get("name").asString() + "/rebuild", "");
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(client.get("admin", "/projections")).allSatisfy(one -> assertThat(
                                        one.get("rebuild").get("state").asString())
                                .as(one.toString())
                                .isEqualTo("done")));
    }

    private long position() throws IOException, SQLException {
        return Long.parseLong(column("select max(position) from ledger_event").get(0));
    }
}
