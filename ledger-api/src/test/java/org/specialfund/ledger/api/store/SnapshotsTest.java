package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.Rehearsal;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.project.command.AssignExperts;
import org.specialfund.ledger.core.project.command.CheckProject;
import org.specialfund.ledger.core.project.command.RecordReview;
import org.specialfund.ledger.core.project.command.SubmitProject;
import org.specialfund.ledger.core.project.event.Expert;
import org.specialfund.ledger.core.project.event.FundYearAsked;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

class SnapshotsTest {

    /** With the two events of a fund's establishment they make as many as there are to a snapshot. */
    private static final int SUSPENDED_UNTIL_SNAPSHOT = 23;

    @Test
    void a_long_aggregate_is_snapshotted_and_read_back_by_another_node() {
        String database = TestPostgres.newDatabase();
        try (TestLedger ledger = TestLedger.start(database)) {
            suspendOften(ledger, "LONG", 120);
        }
        try (TestLedger other = TestLedger.start(database)) {
            assertThat(other.count("ledger_snapshot")).isEqualTo(1);
            assertThat(other.jdbc().queryForObject("select type from ledger_snapshot", String.class))
                    .isEqualTo("snapshot.fund");
            // Proves that the snapshot is what is read: events before it are not.
            other.jdbc()
                    .update("update ledger_snapshot set payload ="
                            + " replace(convert_from(payload, 'UTF8'), '\"c7\"', '\"changed\"')::bytea");

            assertThat(other.executor()
                            .execute(Commands.resume("LONG", "c8"))
                            .outcome()
                            .accepted())
                    .isTrue();
            assertThat(other.executor()
                            .execute(Commands.resume("LONG", "c7"))
                            .outcome()
                            .refusal()
                            .code()
                            .code())
                    .isEqualTo("unknown-cause");
        }
    }

    @ParameterizedTest(name = "read ahead: {0}")
    @ValueSource(booleans = {true, false})
    void a_rehearsal_reads_the_snapshot_and_what_came_after_it_and_leaves_both_alone(boolean ahead) {
        try (TestLedger ledger = TestLedger.start(TestPostgres.newDatabase())) {
            suspendOften(ledger, "LONG", SUSPENDED_UNTIL_SNAPSHOT + 1);
            // Proves that the snapshot is what is read: events before it are not.
            ledger.jdbc()
                    .update("update ledger_snapshot set payload ="
                            + " replace(convert_from(payload, 'UTF8'), '\"c7\"', '\"changed\"')::bytea");
            Map<String, Object> before = snapshot(ledger);
            Rehearsal rehearsal = ledger.bean(LedgerCore.class).rehearsal(ledger.bean(Configuration.class));
            List<Item> items = List.of(
                    Commands.resume("LONG", "c7"),
                    Commands.resume("LONG", "c8"),
                    Commands.resume("LONG", "c8"),
                    Commands.resume("LONG", "c" + SUSPENDED_UNTIL_SNAPSHOT));
            if (ahead) {
                rehearsal.readAhead(items);
            }

            assertThat(items.stream().map(rehearsal::decide).map(Outcome::accepted))
                    .containsExactly(false, true, false, true);

            assertThat(snapshot(ledger)).isEqualTo(before);
            assertThat(ledger.executor()
                            .execute(Commands.resume("LONG", "c7"))
                            .outcome()
                            .accepted())
                    .isTrue();
        }
    }

    @Test
    void a_snapshot_is_taken_of_what_is_in_memory() {
        try (TestLedger ledger = TestLedger.start(TestPostgres.newDatabase())) {
            suspendOften(ledger, "MEMORY", SUSPENDED_UNTIL_SNAPSHOT - 1);
            assertThat(ledger.count("ledger_snapshot")).isZero();
            ledger.jdbc().execute("alter table ledger_event disable trigger user");
            ledger.jdbc()
                    .update("update ledger_event set payload ="
                            + " replace(convert_from(payload, 'UTF8'), '\"c7\"', '\"changed\"')::bytea");

            assertThat(ledger.executor()
                            .execute(Commands.suspend("MEMORY", "last"))
                            .outcome()
                            .accepted())
                    .isTrue();

            assertThat(snapshot(ledger).get("payload").toString())
                    .contains("\"c7\"", "\"last\"")
                    .doesNotContain("changed");
        }
    }

    @ParameterizedTest(name = "together: {0}")
    @ValueSource(booleans = {true, false})
    void a_snapshot_is_what_the_events_before_it_add_up_to(boolean together) {
        try (TestLedger ledger = TestLedger.start(TestPostgres.newDatabase())) {
            if (together) {
                assertThat(ledger.executor()
                                .execute(Commands.establish("SAME"))
                                .outcome()
                                .accepted())
                        .isTrue();
                ledger.executor()
                        .execute(suspensions("SAME", SUSPENDED_UNTIL_SNAPSHOT), false)
                        .forEach(answer ->
                                assertThat(answer.outcome().accepted()).isTrue());
            } else {
                suspendOften(ledger, "SAME", SUSPENDED_UNTIL_SNAPSHOT);
            }
            Map<String, Object> fromMemory = snapshot(ledger);
            ledger.jdbc().update("delete from ledger_snapshot");
            ledger.bean(LedgerCore.class).cache().removeAll();

            // Reads the events: none of them is in memory any more.
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            ledger.bean(Configuration.class).repository(fund()).load("fund:same");
            unit.commit();

            assertThat(snapshot(ledger)).isEqualTo(fromMemory);
        }
    }

    @Test
    void a_batch_that_is_refused_leaves_no_snapshot() {
        try (TestLedger ledger = TestLedger.start(TestPostgres.newDatabase())) {
            assertThat(ledger.executor()
                            .execute(Commands.establish("NONE"))
                            .outcome()
                            .accepted())
                    .isTrue();
            List<Item> items = new ArrayList<>(suspensions("NONE", SUSPENDED_UNTIL_SNAPSHOT));
            items.add(Commands.resume("NONE", "unknown"));

            ledger.executor().execute(items, true);

            assertThat(ledger.count("ledger_snapshot")).isZero();
            assertThat(ledger.executor()
                            .execute(Commands.resume("NONE", "c0"))
                            .outcome()
                            .accepted())
                    .isFalse();
        }
    }

    private static Map<String, Object> snapshot(TestLedger ledger) {
        return ledger.jdbc()
                .queryForMap("select stream, sequence, aggregate_type, type, revision,"
                        + " convert_from(payload, 'UTF8') as payload from ledger_snapshot");
    }

    private static Class<?> fund() {
        return LedgerCore.aggregates().stream()
                .filter(type -> type.name().equals("fund"))
                .findFirst()
                .orElseThrow()
                .aggregate();
    }

    @Test
    void what_the_parts_of_an_allocation_know_is_in_its_snapshot() {
        String database = TestPostgres.newDatabase();
        try (TestLedger ledger = TestLedger.start(database)) {
            for (Item item : List.of(
                    Commands.establish("PARTS"),
                    Commands.open("PARTS"),
                    Commands.appropriate("PARTS", "1000.00", "appropriate"),
                    Commands.payee("T:P"),
                    Commands.issue("PARTS", "A-PARTS", "T:P", "100.00"))) {
                assertThat(ledger.executor().execute(item).outcome().accepted()).isTrue();
            }
            for (int i = 0; i < 60; i++) {
                Item paid = Commands.record("R-PARTS-" + i, "A-PARTS", "T:P", "1.00");
                assertThat(ledger.executor().execute(paid).outcome().accepted()).isTrue();
            }
        }
        try (TestLedger other = TestLedger.start(database)) {
            assertThat(other.jdbc().queryForList("select type from ledger_snapshot", String.class))
                    .contains("snapshot.allocation");

            assertThat(other.executor()
                            .execute(Commands.record("R-PARTS-MORE", "A-PARTS", "T:P", "40.01"))
                            .outcome()
                            .refusal()
                            .figures())
                    .containsEntry("available", "40.00");
            assertThat(other.executor()
                            .execute(Commands.record("R-PARTS-LAST", "A-PARTS", "T:P", "40.00"))
                            .outcome()
                            .accepted())
                    .isTrue();
        }
    }

    @Test
    void what_the_parts_of_a_project_know_is_in_its_snapshot() {
        String database = TestPostgres.newDatabase();
        Person planner = Person.of("planner", Role.PLANNER);
        LocalDate day = LocalDate.of(2026, 1, 5);
        try (TestLedger ledger = TestLedger.start(database)) {
            for (Item item : List.of(
                    Commands.establish("PARTS"),
                    Commands.payee("T:P"),
                    by(
                            new SubmitProject(
                                    "P-PARTS",
                                    "T:P",
                                    "A project",
                                    "network",
                                    List.of(new FundYearAsked("PARTS", 2026)),
                                    new BigDecimal("100.00"),
                                    day,
                                    null,
                                    null),
                            new Person("unit", Set.of(Role.UNIT), "T:P")),
                    by(new CheckProject("P-PARTS", "complete", null), planner))) {
                assertThat(ledger.executor().execute(item).outcome().refusal()).isNull();
            }
            for (int i = 0; i < 60; i++) {
                Item asked = by(new AssignExperts("P-PARTS", List.of(new Expert("e" + i, null))), planner);
                assertThat(ledger.executor().execute(asked).outcome().refusal()).isNull();
            }
        }
        try (TestLedger other = TestLedger.start(database)) {
            assertThat(other.jdbc().queryForList("select type from ledger_snapshot", String.class))
                    .containsExactly("snapshot.project");
            RecordReview review = new RecordReview("P-PARTS", 80, "sound", day);

            assertThat(other.executor()
                            .execute(by(review, Person.of("e99", Role.EXPERT)))
                            .outcome()
                            .refusal()
                            .code()
                            .code())
                    .isEqualTo("expert-not-assigned");
            assertThat(other.executor()
                            .execute(by(review, Person.of("e3", Role.EXPERT)))
                            .outcome()
                            .refusal())
                    .isNull();
            assertThat(other.executor()
                            .execute(by(review, new Person("e4", Set.of(Role.EXPERT), "T:P")))
                            .outcome()
                            .refusal()
                            .code()
                            .code())
                    .isEqualTo("of-the-applicant");
        }
    }

    private static Item by(LedgerCommand command, Person person) {
        String id = UUID.randomUUID().toString();
        return new Item(command, People.alone(person), id, "hash-of-" + id, id, null, null);
    }

    @Test
    void a_snapshot_of_other_fields_is_ignored() {
        String database = TestPostgres.newDatabase();
        try (TestLedger ledger = TestLedger.start(database)) {
            suspendOften(ledger, "OLD", 60);
        }
        try (TestLedger other = TestLedger.start(database)) {
            assertThat(other.count("ledger_snapshot")).isEqualTo(1);
            other.jdbc()
                    .update("update ledger_snapshot set revision = '1-00000000', payload ="
                            + " replace(convert_from(payload, 'UTF8'), '\"c7\"', '\"changed\"')::bytea");

            assertThat(other.executor()
                            .execute(Commands.resume("OLD", "c7"))
                            .outcome()
                            .accepted())
                    .isTrue();
        }
    }

    @Test
    void the_revision_of_a_snapshot_follows_its_fields_however_deep() {
        assertThat(SnapshotShape.revisionOf(Plain.class)).startsWith("1-");
        assertThat(List.of(
                        SnapshotShape.checksumOf(Plain.class),
                        SnapshotShape.checksumOf(OneMore.class),
                        SnapshotShape.checksumOf(OtherType.class),
                        SnapshotShape.checksumOf(Deep.class)))
                .doesNotHaveDuplicates();
    }

    private static void suspendOften(TestLedger ledger, String fund, int times) {
        assertThat(ledger.executor().execute(Commands.establish(fund)).outcome().accepted())
                .isTrue();
        for (Item item : suspensions(fund, times)) {
            assertThat(ledger.executor().execute(item).outcome().accepted()).isTrue();
        }
    }

    private static List<Item> suspensions(String fund, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> Commands.suspend(fund, "c" + i))
                .toList();
    }

    @AggregateRoot(type = "plain")
    @Revision("1")
    @SuppressWarnings("unused") // looked at by reflection
    private static final class Plain {
        private String id;
        private int count;
    }

    @SuppressWarnings("unused") // looked at by reflection
    private static final class OneMore {
        private String id;
        private int count;
        private boolean more;
    }

    @SuppressWarnings("unused") // looked at by reflection
    private static final class OtherType {
        private String id;
        private long count;
    }

    @SuppressWarnings("unused") // looked at by reflection
    private static final class Deep {
        private String id;
        private List<Plain> count;
    }
}
