package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.projecting.ProjectionsConfiguration;
import org.specialfund.ledger.core.allocation.command.DecreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.MoveFunds;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.allocation.AllocationView.Unspent;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.processing.Projections;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger that the code from before origin years has written: two funds from one year into the next, and two proposals
 * that wait. Its rows are kept as that code wrote them, and are never made anew.
 */
class OldLedgerTest {

    private static final Path ROWS = Path.of("src/test/resources/golden/lives/before-origin-years.jsonl");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestLedger ledger;
    private int commands;

    @BeforeEach
    void start() throws SQLException, IOException {
        String database = TestPostgres.newDatabase();
        TestLedger.start(database, ProjectionsConfiguration.class).close();
        try (Connection old = DriverManager.getConnection(database)) {
            asBefore(old);
        }
        ledger = TestLedger.start(database, ProjectionsConfiguration.class);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void the_new_rule_decides_on_what_the_old_code_recorded() {
        refused(issue("OLD", 2025, "N1", "320.01"), "exceeds-origin", "left", "320.00");
        refused(issue("OLD", null, "N1", "360.01"), "exceeds-origin", "origins", "2025 320.00, 2026 360.00");
        refused(new MoveFunds("B1", "C1", amount("1.00"), DAY, "doc", null), "origin-differs", "originYear", "2025");

        accepted(new DecreaseAllocation("B1", amount("30.00"), DAY, "doc", null));

        assertThat(last("fund-year:old/2026", Released.class).originYear()).isEqualTo(2025);
        refused(issue("OLD", 2025, "N1", "350.01"), "exceeds-origin", "left", "350.00");
        accepted(issue("OLD", 2025, "N1", "350.00"));
        refused(issue("OLD", 2025, "N2", "0.01"), "exceeds-origin", "origins", "2025 0.00, 2026 360.00");
    }

    @Test
    void an_origin_that_the_old_code_overdrew_gives_nothing_until_it_is_filled() {
        // 100 of 2025 and 50 of 2026, of which the old code took 120 for money of 2026.
        refused(issue("HOLE", null, "N1", "0.01"), "exceeds-origin", "left", "0.00");
        refused(issue("HOLE", 2025, "N1", "30.01"), "exceeds-unallocated", "available", "30.00");

        accepted(issue("HOLE", 2025, "N1", "30.00"));
    }

    @Test
    void a_proposal_that_waited_is_confirmed_as_it_was_meant() {
        confirmed("P1");
        confirmed("P2");

        assertThat(last("allocation:p1-a", AllocationIssued.class).originYear()).isEqualTo(2026);
        assertThat(last("fund-year:old/2026", Committed.class).originYear()).isEqualTo(2026);
        assertThat(last("fund-year:old/2026", YearReclaimed.class).originYear()).isEqualTo(2026);
        refused(issue("OLD", null, "N1", "245.01"), "exceeds-origin", "left", "245.00");
    }

    @Test
    void projections_read_it_live_and_anew() throws InterruptedException {
        Projections projections = ledger.bean(Projections.class);
        assertThat(projections.await(ledger.count("ledger_event"), PATIENCE)).isTrue();
        theUnspentOfTheOldLedger();
        assertThat(ledger.bean(Balances.class)
                        .balance("unallocated.OLD.2026", At.now())
                        .answer()
                        .orElseThrow()
                        .balance())
                .isEqualTo("680.00");

        projections.rebuild("fund");
        projections.rebuild("allocation");

        theUnspentOfTheOldLedger();
    }

    @Test
    void what_is_stored_stays_as_it_was() throws IOException, InterruptedException {
        accepted(new DecreaseAllocation("B1", amount("30.00"), DAY, "doc", null));
        confirmed("P1");
        ledger.bean(Projections.class).rebuild("fund");

        List<JsonNode> rows = rows();
        List<String> stored = ledger.jdbc()
                .queryForList(
                        "select stream || sequence || type || revision || convert_from(payload, 'UTF8')"
                                + " || convert_from(metadata, 'UTF8') from ledger_event order by position limit ?",
                        String.class,
                        rows.size());

        assertThat(stored)
                .isEqualTo(rows.stream()
                        .map(row -> text(row, "stream")
                                + row.get("sequence").asLong()
                                + text(row, "type")
                                + text(row, "revision")
                                + text(row, "payload")
                                + text(row, "metadata"))
                        .toList());
        assertThat(ledger.jdbc()
                        .queryForList(
                                "select distinct revision from ledger_event where type = 'fund-year.released'"
                                        + " order by 1",
                                String.class))
                .containsExactly("1", "2");
    }

    private void theUnspentOfTheOldLedger() {
        assertThat(ledger.bean(Funds.class).find("OLD").orElseThrow().name()).isEqualTo("Digital city");
        assertThat(ledger.bean(Funds.class).unallocatedByOrigin("OLD", 2026))
                .isEqualTo(Map.of(2025, amount("320.00"), 2026, amount("360.00")));
        assertThat(ledger.bean(Funds.class).unallocatedByOrigin("HOLE", 2026))
                .isEqualTo(Map.of(2025, amount("100.00"), 2026, amount("-70.00")));
        assertThat(ledger.bean(Allocations.class).unspentByOrigin("OLD", 2026))
                .isEqualTo(Map.of(
                        2025, new Unspent(amount("230.00"), amount("0.00")),
                        2026, new Unspent(amount("210.00"), amount("0.00"))));
    }

    /** The database as the old code left it: its events, and projections that have read them without origins. */
    private static void asBefore(Connection old) throws SQLException, IOException {
        try (PreparedStatement insert = old.prepareStatement(
                "insert into ledger_event (event_id, stream, sequence, aggregate_type, occurred_at, type, revision,"
                        + " payload, metadata) values (?::uuid, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?)")) {
            for (JsonNode row : rows()) {
                insert.setString(1, text(row, "eventId"));
                insert.setString(2, text(row, "stream"));
                insert.setLong(3, row.get("sequence").asLong());
                insert.setString(4, text(row, "aggregateType"));
                insert.setString(5, text(row, "occurredAt"));
                insert.setString(6, text(row, "type"));
                insert.setString(7, text(row, "revision"));
                insert.setBytes(8, text(row, "payload").getBytes(StandardCharsets.UTF_8));
                insert.setBytes(9, text(row, "metadata").getBytes(StandardCharsets.UTF_8));
                insert.executeUpdate();
            }
        }
        try (Statement statement = old.createStatement()) {
            statement.execute("""
                    drop table fund.unallocated;
                    delete from flyway_schema_history where version = '2.9';
                    insert into fund.fund (code, name, kind, currency, term_from, document_ref)
                        values ('OLD', 'as it was read before', 'regular', 'CNY', '2025-01-01', 'doc');
                    update fund.progress set position = (select max(position) from ledger_event);
                    delete from gate_shape""");
        }
    }

    private static List<JsonNode> rows() throws IOException {
        return Files.readAllLines(ROWS).stream()
                .map(line -> (JsonNode) JsonMapper.shared().readTree(line))
                .toList();
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asString();
    }

    private <E> E last(String stream, Class<E> type) {
        return ledger.bean(EventStore.class)
                .readEvents(stream)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void refused(LedgerCommand command, String code, String figure, String value) {
        Refusal refusal = ledger.executor()
                .execute(Commands.clerks(command, "n" + ++commands))
                .outcome()
                .refusal();
        assertThat(refusal).as("%s is refused", command).isNotNull();
        assertThat(refusal.code().code()).as("%s", refusal.figures()).isEqualTo(code);
        assertThat(refusal.figures()).containsEntry(figure, value);
    }

    private void accepted(LedgerCommand command) {
        accepted(Commands.clerks(command, "n" + ++commands));
    }

    private void confirmed(String proposal) {
        String id = "confirm-" + proposal;
        accepted(new Item(
                new ConfirmProposal(proposal),
                People.alone(Person.of("p2", Role.APPROVER)),
                id,
                "hash-of-" + id,
                id,
                null,
                null));
    }

    private void accepted(Item item) {
        assertThat(ledger.executor().execute(item).outcome().refusal()).isNull();
    }

    private static IssueAllocation issue(String fund, Integer origin, String no, String amount) {
        return new IssueAllocation(
                no,
                null,
                fund,
                2026,
                "X-UNIT:1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                origin,
                amount(amount),
                DAY,
                "doc",
                null);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
