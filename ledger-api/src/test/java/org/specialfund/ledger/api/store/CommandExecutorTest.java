package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Item;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommandExecutorTest {

    private static final String DATABASE = TestPostgres.newDatabase();

    private static TestLedger one;
    private static TestLedger two;

    @BeforeAll
    static void start() {
        one = TestLedger.start(DATABASE);
        two = TestLedger.start(DATABASE);
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void answers_with_the_greatest_position_of_the_commands_own_events() {
        Answer answer = one.executor().execute(Commands.establish("POS"));

        assertThat(answer.outcome().accepted()).isTrue();
        assertThat(answer.outcome().events()).containsExactly(new EventRef("fund:pos", 0), new EventRef("fund:pos", 1));
        assertThat(answer.position())
                .isPositive()
                .isEqualTo(one.jdbc()
                        .queryForObject(
                                "select max(position) from ledger_event where stream = 'fund:pos'", Long.class));
    }

    @Test
    void a_command_sent_twice_is_recorded_once_and_gets_its_first_answer_again() {
        Answer first = one.executor().execute(Commands.establish("TWICE"));

        Answer again = two.executor().execute(Commands.establish("TWICE"));

        assertThat(again).isEqualTo(new Answer(first.outcome(), first.position(), true));
        assertThat(eventsOf("fund:twice")).isEqualTo(2);
    }

    @Test
    void the_same_id_with_another_request_is_refused_and_changes_nothing() {
        Answer unused = one.executor().execute(Commands.establish("OTHER"));

        Answer conflict = one.executor().execute(Commands.withHash(Commands.establish("OTHER"), "another"));

        assertThat(conflict.outcome().refusal()).isNotNull();
        assertThat(conflict.outcome().refusal().code()).isEqualTo(CommandRefusals.IDEMPOTENCY_CONFLICT);
        assertThat(unused.repeated()).isFalse();
        assertThat(eventsOf("fund:other")).isEqualTo(2);
    }

    @Test
    void a_command_is_decided_anew_after_a_refusal() {
        Answer refused = one.executor().execute(Commands.suspend("LATE", "c1"));
        assertThat(refused.outcome().accepted()).isFalse();
        assertThat(one.executor().execute(Commands.establish("LATE")).outcome().accepted())
                .isTrue();

        Answer accepted = one.executor().execute(Commands.suspend("LATE", "c1"));

        assertThat(accepted.outcome().accepted()).isTrue();
        assertThat(accepted.repeated()).isFalse();
    }

    @Test
    void a_refusal_is_recorded_and_its_position_answered() {
        Answer refused = one.executor().execute(Commands.suspend("NOSUCH", "c1"));

        assertThat(refused.outcome().refusal().code().code()).isEqualTo("unknown-fund");
        assertThat(one.jdbc()
                        .queryForObject(
                                "select payload ->> 'code' from event_readable where position = ?",
                                String.class,
                                refused.position()))
                .isEqualTo("unknown-fund");
    }

    @Test
    void a_command_that_another_node_decides_right_now_is_in_flight() {
        TransactionTemplate elsewhere = new TransactionTemplate(two.bean(PlatformTransactionManager.class));
        CommandLog log = two.bean(CommandLog.class);
        Answer answer = elsewhere.execute(status -> {
            assertThat(log.enter(List.of("establish-FLIGHT")).get("establish-FLIGHT"))
                    .isEqualTo(new CommandLog.Known(true, null));
            return one.executor().execute(Commands.establish("FLIGHT"));
        });

        assertThat(answer.outcome().refusal().code()).isEqualTo(CommandRefusals.IN_FLIGHT);
        assertThat(eventsOf("fund:flight")).isZero();
        assertThat(one.executor()
                        .execute(Commands.establish("FLIGHT"))
                        .outcome()
                        .accepted())
                .isTrue();
    }

    @Test
    void the_same_command_from_many_threads_on_two_nodes_is_recorded_once() throws Exception {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            TestLedger node = i % 2 == 0 ? one : two;
            tasks.add(() -> node.executor().execute(Commands.establish("ONCE")));
        }

        List<Answer> answers = TestLedger.together(tasks);

        assertThat(answers)
                .filteredOn(answer -> answer.outcome().accepted() && !answer.repeated())
                .hasSize(1);
        assertThat(answers)
                .allMatch(answer -> answer.outcome().accepted()
                        || answer.outcome().refusal().code() == CommandRefusals.IN_FLIGHT);
        assertThat(eventsOf("fund:once")).isEqualTo(2);
    }

    @Test
    void a_batch_skips_what_was_recorded_and_decides_the_rest() {
        Answer first = one.executor().execute(Commands.establish("BATCH"));

        List<Answer> answers = one.executor()
                .execute(
                        List.of(
                                Commands.establish("BATCH"),
                                Commands.suspend("BATCH", "c1"),
                                Commands.suspend("BATCH", "c1"),
                                Commands.withId(Commands.suspend("BATCH", "c1"), "another-id")),
                        false);

        assertThat(answers.get(0)).isEqualTo(new Answer(first.outcome(), first.position(), true));
        assertThat(answers.get(1).outcome().events()).containsExactly(new EventRef("fund:batch", 2));
        assertThat(answers.get(2))
                .isEqualTo(new Answer(answers.get(1).outcome(), answers.get(1).position(), true));
        assertThat(answers.get(3).outcome().refusal().code().code()).isEqualTo("cause-exists");
        assertThat(eventsOf("fund:batch")).isEqualTo(3);
    }

    @Test
    void an_atomic_batch_with_a_refusal_records_the_refusal_only() {
        long before = one.count("ledger_event");

        List<Answer> answers =
                one.executor().execute(List.of(Commands.establish("ATOM"), Commands.resume("ATOM", "c1")), true);

        assertThat(answers.get(0).outcome().refusal().code()).isEqualTo(CommandRefusals.BATCH_REFUSED);
        assertThat(answers.get(1).outcome().refusal().code().code()).isEqualTo("unknown-cause");
        assertThat(eventsOf("fund:atom")).isZero();
        assertThat(one.count("ledger_event")).isEqualTo(before + 1);
        assertThat(one.jdbc().queryForList("select name from gate where name = 'fund:atom'"))
                .isEmpty();
        assertThat(one.executor().execute(List.of(Commands.establish("ATOM"), Commands.suspend("ATOM", "c1")), true))
                .allMatch(answer -> answer.outcome().accepted() && !answer.repeated());
    }

    @Test
    void thirty_two_threads_on_two_nodes_change_one_fund_and_lose_nothing() throws Exception {
        assertThat(one.executor().execute(Commands.establish("RACE")).outcome().accepted())
                .isTrue();
        // Both nodes know the fund now, so that each is behind as soon as the other has changed it.
        assertThat(two.executor()
                        .execute(Commands.suspend("RACE", "first"))
                        .outcome()
                        .accepted())
                .isTrue();
        List<Callable<Answer>> tasks = IntStream.range(0, 32)
                .<Callable<Answer>>mapToObj(
                        i -> () -> (i % 2 == 0 ? one : two).executor().execute(Commands.suspend("RACE", "c" + i)))
                .toList();

        List<Answer> answers = TestLedger.together(tasks);

        assertThat(answers).allMatch(answer -> answer.outcome().accepted());
        assertThat(answers).extracting(Answer::position).doesNotHaveDuplicates();
        assertThat(eventsOf("fund:race")).isEqualTo(2 + 1 + 32);
    }

    @Test
    void a_node_that_is_behind_does_not_refuse_what_another_node_has_made_possible() {
        Item establish = Commands.establish("BEHIND");
        assertThat(one.executor().execute(establish).outcome().accepted()).isTrue();
        assertThat(one.executor()
                        .execute(Commands.suspend("BEHIND", "here"))
                        .outcome()
                        .accepted())
                .isTrue();
        assertThat(two.executor()
                        .execute(Commands.suspend("BEHIND", "there"))
                        .outcome()
                        .accepted())
                .isTrue();

        Answer answer = one.executor().execute(Commands.resume("BEHIND", "there"));

        assertThat(answer.outcome().refusal()).isNull();
    }

    private static long eventsOf(String stream) {
        return one.jdbc().queryForObject("select count(*) from ledger_event where stream = ?", Long.class, stream);
    }
}
