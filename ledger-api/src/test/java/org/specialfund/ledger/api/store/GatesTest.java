package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.Gates;
import org.specialfund.ledger.core.fund.FundFacts;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GatesTest {

    private static final GateKey<FundFacts> GATE = FundFacts.GATE.key("SKEW");

    private static TestLedger ledger;
    private static Gates gates;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(TestPostgres.newDatabase());
        gates = ledger.bean(Gates.class);
        transaction = new TransactionTemplate(ledger.bean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void a_reader_who_waited_for_a_change_sees_it() throws Exception {
        CountDownLatch changing = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> change = threads.submit(() -> transaction.executeWithoutResult(status -> {
                gates.enter(Set.of(), Set.of(GATE));
                changing.countDown();
                await(reading);
                awaitWaiter();
                gates.write(Map.of(GATE, facts("SKEW", Map.of("c1", LocalDate.of(2026, 1, 5)))));
            }));
            await(changing);
            Future<Map<GateKey<?>, Object>> read = threads.submit(() -> {
                reading.countDown();
                return transaction.execute(status -> gates.enter(Set.of(GATE), Set.of()));
            });

            change.get();
            assertThat(read.get()).containsEntry(GATE, facts("SKEW", Map.of("c1", LocalDate.of(2026, 1, 5))));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readers_do_not_wait_for_each_other_and_a_changer_is_always_alone() throws Exception {
        GateKey<FundFacts> gate = FundFacts.GATE.key("ALONE");
        AtomicInteger readers = new AtomicInteger();
        AtomicInteger changers = new AtomicInteger();
        AtomicInteger mostReaders = new AtomicInteger();
        AtomicInteger met = new AtomicInteger();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            boolean changes = i % 5 == 0;
            tasks.add(() -> {
                for (int round = 0; round < 40; round++) {
                    transaction.executeWithoutResult(status -> {
                        gates.enter(changes ? Set.of() : Set.of(gate), changes ? Set.of(gate) : Set.of());
                        AtomicInteger mine = changes ? changers : readers;
                        mostReaders.accumulateAndGet(readers.get() + (changes ? 0 : 1), Math::max);
                        mine.incrementAndGet();
                        if (changers.get() > 1 || changers.get() == 1 && readers.get() > 0) {
                            met.incrementAndGet();
                        }
                        ledger.jdbc().queryForObject("select 1", Integer.class);
                        mine.decrementAndGet();
                    });
                }
                return true;
            });
        }

        assertThat(TestLedger.together(tasks)).containsOnly(true);

        assertThat(met).hasValue(0);
        assertThat(mostReaders).hasValueGreaterThan(1);
    }

    @Test
    void whoever_waits_too_long_for_a_gate_gives_up_with_a_conflict() {
        GateKey<FundFacts> gate = FundFacts.GATE.key("LONG");
        transaction.executeWithoutResult(outer -> {
            gates.enter(Set.of(), Set.of(gate));
            TransactionTemplate other = new TransactionTemplate(ledger.bean(PlatformTransactionManager.class));
            other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            assertThatThrownBy(() -> other.execute(inner -> {
                        ledger.jdbc().execute("set local lock_timeout = '50ms'");
                        return gates.enter(Set.of(gate), Set.of());
                    }))
                    .satisfies(e -> assertThat(Conflicts.isConflict(e)).isTrue());
        });
    }

    @Test
    void gates_are_not_entered_outside_a_transaction() {
        assertThatThrownBy(() -> gates.enter(Set.of(GATE), Set.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_gate_that_differs_from_the_events_stops_the_start() {
        String database = TestPostgres.newDatabase();
        try (TestLedger first = TestLedger.start(database)) {
            assertThat(first.executor()
                            .execute(Commands.establish("CHECK"))
                            .outcome()
                            .accepted())
                    .isTrue();
            assertThat(first.executor()
                            .execute(Commands.suspend("CHECK", "c1"))
                            .outcome()
                            .accepted())
                    .isTrue();
        }
        try (TestLedger again = TestLedger.start(database)) {
            assertThat(again.count("gate")).isEqualTo(1);
            again.jdbc().update("update gate set facts = replace(convert_from(facts, 'UTF8'), 'c1', 'c2')::bytea");
        }

        assertThatThrownBy(() -> TestLedger.start(database).close())
                .hasStackTraceContaining("gates differ from the events: [fund:check]");
    }

    @Test
    void every_event_that_changes_a_gate_is_of_a_kind_that_the_index_holds() {
        String predicate = ledger.jdbc()
                .queryForObject(
                        "select pg_get_expr(indpred, indrelid) from pg_index"
                                + " where indexrelid = 'ledger_event_gates'::regclass",
                        String.class);
        List<String> held = Pattern.compile("'([^']+)'")
                .matcher(predicate)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(held).isEqualTo(LedgerCore.gatedKinds());

        StoredTypes types = StoredTypes.ofLedger();
        Set<String> changing = LedgerCore.events().stream()
                .filter(event -> LedgerCore.gates().stream()
                        .anyMatch(gate -> gate.keyOf().of(Samples.of(event, true)) != null))
                .map(event -> types.typeOf(event).getName().replaceAll("\\..*", ""))
                .collect(Collectors.toSet());
        assertThat(changing).containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void gates_of_another_shape_are_folded_anew() {
        String database = TestPostgres.newDatabase();
        try (TestLedger first = TestLedger.start(database)) {
            assertThat(first.executor()
                            .execute(Commands.establish("SHAPE"))
                            .outcome()
                            .accepted())
                    .isTrue();
            first.jdbc().update("update gate set facts = '{\"fundCode\":\"SHAPE\"}'");
            first.jdbc().update("update gate_shape set shape = 'of an older release' where type = 'fund'");
        }

        try (TestLedger again = TestLedger.start(database)) {
            assertThat(again.jdbc().queryForObject("select facts ->> 'currency' from gate_readable", String.class))
                    .isEqualTo("CNY");
        }
    }

    private static FundFacts facts(String code, Map<String, LocalDate> suspensions) {
        return new FundFacts(
                code, "regular", "CNY", LocalDate.of(2026, 1, 1), null, false, suspensions, List.of(), null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until somebody waits for an advisory lock. */
    private static void awaitWaiter() {
        Integer waiting;
        do {
            waiting = ledger.jdbc()
                    .queryForObject(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted", Integer.class);
        } while (waiting == null || waiting == 0);
    }
}
