package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.projecting.ProjectionsConfiguration;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.WalkedEvents;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.projections.check.BalanceCheck;
import org.specialfund.ledger.projections.check.Checked;
import org.specialfund.ledger.projections.check.Difference;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Projections;

/** Plain SQL over the events agrees with the posting rules, and finds what was changed by hand. */
class BalanceCheckTest {

    private static final int COMMANDS = 12_000;
    private static final int PAYMENTS = 600;
    private static final int TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static TestLedger ledger;
    private static BalanceCheck check;

    @BeforeAll
    static void walk() throws Exception {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        System.out.println("balance check: seed " + seed);
        ledger = TestLedger.start(TestPostgres.newDatabase(), ProjectionsConfiguration.class, BalanceCheck.class);
        check = ledger.bean(BalanceCheck.class);
        List<DomainEventMessage<?>> events = WalkedEvents.of(seed, COMMANDS);
        EventStorageEngine engine = ledger.bean(EventStorageEngine.class);
        for (int first = 0; first < events.size(); first += TOGETHER) {
            engine.appendEvents(events.subList(first, Math.min(first + TOGETHER, events.size())));
        }
        manyPayments();
        Long head = ledger.bean(EventTable.class).head();
        assertThat(ledger.bean(Projections.class).await(head, PATIENCE)).isTrue();
    }

    /** So many, on different days, that there are checkpoints. */
    private static void manyPayments() {
        List<Item> items = new ArrayList<>(List.of(
                Commands.establish("CHECK"),
                Commands.open("CHECK"),
                Commands.appropriate("CHECK", "1000.00", "appropriated"),
                Commands.payee("X:CHECK"),
                Commands.issue("CHECK", "CHECK-1", "X:CHECK", "1000.00")));
        for (int i = 0; i < PAYMENTS; i++) {
            LocalDate day = LocalDate.of(2026, 1, 5 + i % 3);
            items.add(Commands.record("CHECK-" + i, "CHECK-1", "X:CHECK", "1.00", day));
        }
        for (Answer answer : ledger.executor().execute(items, false)) {
            assertThat(answer.outcome().refusal()).isNull();
        }
    }

    @AfterAll
    static void stop() {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void sqlAndThePostingRulesAgree() {
        Checked checked = check.run();

        assertThat(checked.first()).isEmpty();
        assertThat(checked.differences()).isZero();
        assertThat(checked.accounts()).isEqualTo(ledger.count("balance.account"));
        assertThat(checked.postings()).isGreaterThan(COMMANDS / 2);
        assertThat(ledger.count("balance.checkpoint"))
                .as("checkpoints compared")
                .isPositive();
    }

    @Test
    void everyEventThatPostsIsKnownToSql() throws IOException {
        Set<String> posting = new TreeSet<>();
        try (InputStream list = LedgerCore.class.getResourceAsStream("/postings.txt")) {
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.endsWith(" posts")) {
                    posting.add(line.substring(0, line.indexOf(' ')));
                }
            }
        }

        assertThat(new TreeSet<>(ledger.jdbc().queryForList("select distinct type from movement", String.class)))
                .isEqualTo(posting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update balance.balance set balance = balance + 0.01 where account_id = :id",
                "delete from balance.balance where account_id = :id",
                "update balance.posting set amount = amount + 0.01 where account_id = :id and position = :p",
                "update balance.posting set effective_date = effective_date + 1 where account_id = :id and position = :p",
                "update balance.posting set balance_after = balance_after + 1 where account_id = :id and position = :p",
                "delete from balance.posting where account_id = :id and position = :p",
                "update balance.account set payee = payee || 'x' where id = :id",
                "update balance.checkpoint set sums[1] = sums[1] + 0.01 where account_id = :id",
                "update balance.checkpoint set days = days[2:], sums = sums[2:] where account_id = :id",
                "update allocation.holding set paid = paid + 0.01 where allocation_no = 'CHECK-1'",
                "delete from allocation.holding where allocation_no = 'CHECK-1'"
            })
    void aRowChangedByHandIsNamed(String change) {
        Map<String, Object> row = ledger.jdbc().queryForMap("""
                        select account_id, max(position) as last from balance.posting
                        where account_id = (select id from balance.account where name like 'paid.CHECK-1.%')
                        group by account_id""");
        String sql = change.replace(":id", row.get("account_id").toString())
                .replace(":p", row.get("last").toString());
        String table = change.replaceFirst("^(?:update|delete from) (\\S+).*", "$1");
        ledger.jdbc().execute("create table kept as table " + table);
        Checked checked;
        try {
            assertThat(ledger.jdbc().update(sql)).as(sql).isPositive();
            checked = check.run();
        } finally {
            ledger.jdbc().execute("truncate " + table);
            ledger.jdbc().execute("insert into " + table + " table kept");
            ledger.jdbc().execute("drop table kept");
        }

        assertThat(checked.differences()).isPositive();
        assertThat(checked.first())
                .as("what was changed is named")
                .allSatisfy(difference -> assertThat(difference.row()).contains("CHECK-1"));
        assertThat(checked.first())
                .extracting(Difference::table)
                .contains(table.replace("balance.account", "balance.posting"));
    }
}
