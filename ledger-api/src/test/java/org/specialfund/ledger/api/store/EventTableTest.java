package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.fund.event.FundYearAdded;
import org.springframework.dao.DataAccessException;

class EventTableTest {

    private static TestLedger ledger;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void the_database_of_the_tests_is_as_durable_as_a_real_one() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
    }

    @Test
    void no_transaction_outlives_the_gap_timeout() {
        assertThat(setting("transaction_timeout")).isEqualTo("30s");
        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("lock_timeout")).isEqualTo("3s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("15s");
        assertThat(setting("transaction_isolation")).isEqualTo("read committed");
    }

    @Test
    void appends_join_springs_transaction() {
        assertThat(ledger.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        long before = ledger.count("ledger_event");
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(ledger.bean(TransactionManager.class));
        AtomicReference<Long> within = new AtomicReference<>();
        unit.onCommit(u -> {
            // The same connection sees what is not committed yet: then the whole is rolled back.
            within.set(ledger.count("ledger_event"));
            throw new IllegalStateException("roll back");
        });
        ledger.bean(EventBus.class).publish(year("fund:joined", 0));

        assertThatThrownBy(unit::commit).hasMessageContaining("roll back");

        assertThat(within.get()).isEqualTo(before + 1);
        assertThat(ledger.count("ledger_event")).isEqualTo(before);
    }

    @Test
    void a_second_event_of_the_same_stream_and_number_is_a_conflict() {
        EventStore store = ledger.bean(EventStore.class);
        store.publish(year("fund:conflict", 0), year("fund:conflict", 1));

        assertThatThrownBy(() -> store.publish(year("fund:conflict", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .satisfies(e -> assertThat(Conflicts.isConflict(e)).isTrue());
    }

    @Test
    void events_cannot_be_changed_or_removed() {
        ledger.bean(EventStore.class).publish(year("fund:kept", 0));

        for (String sql :
                List.of("update ledger_event set type = 'x'", "delete from ledger_event", "truncate ledger_event")) {
            assertThatThrownBy(() -> ledger.jdbc().execute(sql))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("events are never changed or removed");
        }
    }

    @Test
    void an_event_committed_late_is_not_missed_and_one_held_too_long_is_never_committed() throws SQLException {
        EventStore store = ledger.bean(EventStore.class);
        TrackingToken start = store.createHeadToken();
        try (Connection slow = ledger.bean(DataSource.class).getConnection()) {
            slow.setAutoCommit(false);
            insert(slow, "fund:slow");
            store.publish(year("fund:fast", 0));

            List<? extends TrackedEventMessage<?>> first = read(start);
            assertThat(first).extracting(EventTableTest::stream).containsExactly("fund:fast");

            slow.commit();
            assertThat(read(first.get(0).trackingToken()))
                    .extracting(EventTableTest::stream)
                    .containsExactly("fund:slow");

            slow.setAutoCommit(true);
            try (Statement statement = slow.createStatement()) {
                statement.execute("set transaction_timeout = '300ms'");
                slow.setAutoCommit(false);
                insert(slow, "fund:hung");
                assertThatThrownBy(() -> statement.execute("select pg_sleep(5)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("transaction timeout");
            }
        }
        assertThat(ledger.jdbc().queryForList("select 1 from ledger_event where stream = 'fund:hung'"))
                .isEmpty();
    }

    @Test
    void positions_follow_the_order_of_events_within_a_unit_of_work() {
        EventStore store = ledger.bean(EventStore.class);
        store.publish(List.of(year("fund:order", 0), year("fund:other-order", 0), year("fund:order", 1)));

        assertThat(ledger.jdbc()
                        .queryForList(
                                "select stream || '@' || sequence from ledger_event"
                                        + " where stream like 'fund:%order' order by position",
                                String.class))
                .containsExactly("fund:order@0", "fund:other-order@0", "fund:order@1");
    }

    @Test
    void nothing_is_stored_as_a_large_object() {
        assertThat(ledger.executor().execute(Commands.establish("LO")).outcome().accepted())
                .isTrue();

        assertThat(ledger.count("pg_largeobject_metadata")).isZero();
        assertThat(ledger.jdbc()
                        .queryForList(
                                "select table_name || '.' || column_name from information_schema.columns"
                                        + " where table_schema = 'public' and data_type = 'oid'",
                                String.class))
                .isEmpty();
    }

    @Test
    void a_person_reads_events_as_json() {
        assertThat(ledger.executor()
                        .execute(Commands.establish("READ"))
                        .outcome()
                        .accepted())
                .isTrue();

        assertThat(ledger.jdbc()
                        .queryForMap("select type, revision, aggregate_type, payload ->> 'fundCode' as code,"
                                + " metadata ->> 'actor' as actor, metadata ->> 'confirmedBy' as second,"
                                + " metadata ->> 'commandId' as command, transaction_id is not null as tx"
                                + " from event_readable where stream = 'fund:read' and sequence = 0"))
                .containsEntry("type", "fund.established")
                .containsEntry("revision", "2")
                .containsEntry("aggregate_type", "fund")
                .containsEntry("code", "READ")
                .containsEntry("actor", "p2")
                .containsEntry("second", "p2")
                .containsEntry("command", "establish-READ")
                .containsEntry("tx", true);
    }

    @Test
    void an_event_of_an_unknown_name_is_an_error_and_not_skipped() {
        ledger.jdbc()
                .update("insert into ledger_event (event_id, stream, sequence, aggregate_type, occurred_at, type,"
                        + " revision, payload, metadata) values (gen_random_uuid(), 'fund:unknown', 0, 'fund',"
                        + " now(), 'fund.renamed', '1', '{}', '{}')");

        assertThatThrownBy(() -> ledger.bean(EventStore.class)
                        .readEvents("fund:unknown")
                        .next()
                        .getPayload())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("fund.renamed");
    }

    private static GenericDomainEventMessage<FundYearAdded> year(String stream, long sequence) {
        return new GenericDomainEventMessage<>("fund", stream, sequence, new FundYearAdded("F", 2026));
    }

    private static List<? extends TrackedEventMessage<?>> read(TrackingToken after) {
        return ledger.bean(PostgresEvents.class).readEvents(after, false).toList();
    }

    private static String stream(Object event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }

    private static void insert(Connection connection, String stream) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(
                    "insert into ledger_event (event_id, stream, sequence, aggregate_type, occurred_at, type, revision,"
                            + " payload, metadata) values (gen_random_uuid(), '" + stream + "', 0, 'fund', now(),"
                            + " 'fund.year-added', '1', '{\"fundCode\":\"F\",\"year\":2026}', '{}')");
            assertThat(rows).isEqualTo(1);
        }
    }

    private static String setting(String name) {
        return ledger.jdbc().queryForObject("show " + name, String.class);
    }
}
