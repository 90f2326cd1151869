package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.store.Knowledge.KnownAt;

class KnowledgeTest {

    private static final String DATABASE = TestPostgres.newDatabase();

    private static TestLedger ledger;
    private static Knowledge knowledge;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(DATABASE);
        knowledge = ledger.bean(Knowledge.class);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void an_instant_is_the_last_position_recorded_by_then() {
        Instant before = now();
        long first = ledger.executor().execute(Commands.establish("K1")).position();
        Instant between = now();
        long second = ledger.executor().execute(Commands.suspend("K1", "c")).position();
        Instant after = now();

        assertThat(knowledge.at(before).position()).isLessThan(first - 1);
        assertThat(knowledge.at(between)).isEqualTo(new KnownAt(first, false));
        assertThat(knowledge.at(after)).isEqualTo(new KnownAt(second, false));
        assertThat(knowledge.at(Instant.EPOCH)).isEqualTo(new KnownAt(0, false));
        assertThat(knowledge.head()).isGreaterThanOrEqualTo(second);
        assertThat(knowledge.recordedAt(second)).isBetween(between, after);
    }

    @Test
    void the_future_is_provisional() {
        assertThat(knowledge.at(now().plusSeconds(60)).provisional()).isTrue();
    }

    @Test
    void an_open_writer_makes_the_answer_provisional_and_no_longer_once_it_ends() throws SQLException {
        try (Connection writer = DriverManager.getConnection(DATABASE)) {
            writer.setAutoCommit(false);
            Instant beforeIt = now();
            insert(writer, "fund:open", 0);
            long later = ledger.executor().execute(Commands.establish("K2")).position();
            Instant then = now();

            assertThat(knowledge.at(then)).isEqualTo(new KnownAt(later, true));
            assertThat(knowledge.at(beforeIt).provisional()).isFalse();
            assertThat(knowledge.isProvisional(later)).isTrue();
            assertThat(knowledge.isProvisional(knowledge.at(beforeIt).position()))
                    .isFalse();

            writer.commit();
            assertThat(knowledge.at(then)).isEqualTo(new KnownAt(later, false));
            assertThat(knowledge.isProvisional(later)).isFalse();
            assertThat(knowledge.isProvisional(later + 1)).isTrue();
        }
    }

    @Test
    void an_event_recorded_late_hides_those_behind_it() {
        try (TestLedger other = TestLedger.start(TestPostgres.newDatabase())) {
            Knowledge here = other.bean(Knowledge.class);
            other.jdbc()
                    .update("insert into ledger_event (event_id, stream, sequence, occurred_at, "
                            + "type, payload, metadata,"
                            + " recorded_at) values (gen_random_uuid(), 'late:1', 0, now(), 'x.y', '{}', '{}',"
                            + " now() + interval '2 seconds')");
            long late = here.head();
            long behind = other.executor().execute(Commands.establish("K3")).position();

            assertThat(behind).isGreaterThan(late);
            assertThat(here.at(here.recordedAt(behind)).position()).isLessThan(late);
            assertThat(here.at(here.recordedAt(late)).position()).isEqualTo(behind);
        }
    }

    @Test
    void the_bound_on_the_skew_is_the_statement_timeout() {
        assertThat(ledger.jdbc().queryForObject("show statement_timeout", String.class))
                .isEqualTo(Knowledge.SKEW.toSeconds() + "s");
    }

    @Test
    void resolving_reads_indexes_only_around_the_instant() {
        String plan = String.join(
                "\n",
                ledger.jdbc()
                        .queryForList(
                                "explain " + Knowledge.LAST_KNOWN,
                                String.class,
                                Timestamp.from(now()),
                                Timestamp.from(now()),
                                "10 seconds"));

        ledger.jdbc().execute("analyze ledger_event");
        assertThat(plan).contains("ledger_event_recorded_at");
    }

    private static void insert(Connection connection, String stream, long sequence) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(
                    "insert into ledger_event (event_id, stream, sequence, occurred_at, type, payload, metadata)"
                            + " values (gen_random_uuid(), '" + stream + "', " + sequence
                            + ", now(), 'x.y', '{}', '{}')");
            assertThat(rows).isEqualTo(1);
        }
    }

    /** By the clock of the database. */
    private static Instant now() {
        List<Timestamp> now = ledger.jdbc().queryForList("select clock_timestamp()", Timestamp.class);
        return now.get(0).toInstant();
    }
}
