package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.projecting.ProjectionsConfiguration;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.check.BalanceCheck;
import org.specialfund.ledger.projections.check.Checked;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.replay.Replay;

/**
 * Compares what the events of a ledger make at random moments with what its projection says of these, by another node
 * on its database. Every fund's events are folded once, in order; at a chosen event, all accounts of the fund must be
 * what the fold has by then.
 */
public final class ReplayedMoments {

    private static final int MOMENTS = 1_000;
    /** Of the moments, so many are asked on the event's own day, too, and through the replay of inspectors. */
    private static final int EVERY = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestLedger ledger;
    private final Balances balances;
    private final Replay replay;
    private int compared;

    private ReplayedMoments(TestLedger ledger) {
        this.ledger = ledger;
        this.balances = ledger.bean(Balances.class);
        this.replay = ledger.bean(Replay.class);
    }

    /** Checks a thousand moments, and all balances by plain SQL. */
    public static void check(String jdbcUrl) {
        long seed = Long.getLong("replay.seed", System.nanoTime());
        System.out.println("replay to " + MOMENTS + " random events: seed " + seed);
        try (TestLedger ledger = TestLedger.start(jdbcUrl, ProjectionsConfiguration.class, BalanceCheck.class)) {
            long head = ledger.bean(EventTable.class).head();
            assertThat(ledger.bean(Projections.class).await(head, PATIENCE)).isTrue();
            int compared = new ReplayedMoments(ledger).moments(head, new Random(seed));
            Checked checked = ledger.bean(BalanceCheck.class).run();
            assertThat(checked.first()).isEmpty();
            assertThat(checked.differences()).isZero();
            System.out.println("replay to " + MOMENTS + " random events: " + compared
                    + " balances equal the projection's; " + checked.postings() + " postings of " + checked.accounts()
                    + " accounts equal the SQL check's");
        }
    }

    private int moments(long head, Random random) {
        Map<String, List<RecordedEvent>> funds = new TreeMap<>();
        List<Long> positions = new ArrayList<>();
        for (String fund : ledger.jdbc().queryForList("select code from fund.fund", String.class)) {
            List<RecordedEvent> events = new ArrayList<>();
            replay.events(fund, head, events::add);
            events.sort(Comparator.comparingLong(RecordedEvent::position));
            events.forEach(event -> positions.add(event.position()));
            funds.put(fund, events);
        }
        assertThat(positions).doesNotHaveDuplicates().hasSizeGreaterThan(MOMENTS);
        Collections.shuffle(positions, random);
        Set<Long> chosen = new HashSet<>(positions.subList(0, MOMENTS));
        Set<Long> closer = new HashSet<>(positions.subList(0, MOMENTS / EVERY));
        funds.forEach((fund, events) -> walk(fund, events, chosen, closer));
        return compared;
    }

    private void walk(String fund, List<RecordedEvent> events, Set<Long> chosen, Set<Long> closer) {
        Map<String, BigDecimal> sums = new HashMap<>();
        List<MoneyEvent> soFar = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            LocalDate day = null;
            if (recorded.event() instanceof MoneyEvent money) {
                soFar.add(money);
                day = money.effectiveDate();
                post(money, sums);
            }
            if (chosen.contains(recorded.position())) {
                compare(fund, recorded.position(), null, sums);
            }
            if (closer.contains(recorded.position()) && day != null) {
                Map<String, BigDecimal> onTheDay = new HashMap<>();
                for (MoneyEvent money : soFar) {
                    if (!money.effectiveDate().isAfter(day)) {
                        post(money, onTheDay);
                    }
                }
                assertThat(replay.fund(fund, day, recorded.position()).balances())
                        .isEqualTo(onTheDay);
                // Accounts with later days only hold zero on this one.
                sums.keySet().forEach(account -> onTheDay.putIfAbsent(account, BigDecimal.ZERO));
                compare(fund, recorded.position(), day, onTheDay);
            }
        }
    }

    private static void post(MoneyEvent money, Map<String, BigDecimal> sums) {
        for (Posting posting : money.postings()) {
            sums.merge(posting.account().name(), posting.amount(), BigDecimal::add);
        }
    }

    private void compare(String fund, long position, @Nullable LocalDate day, Map<String, BigDecimal> expected) {
        Map<String, BigDecimal> projected = new HashMap<>();
        balances.trialBalance(
                fund, null, new At(day, position), account -> projected.put(account.account(), account.balance()));
        assertThat(projected.keySet()).as(fund + " @" + position).isEqualTo(expected.keySet());
        projected.forEach((account, balance) -> assertThat(balance)
                .as(account + " @" + position)
                .isEqualByComparingTo(expected.getOrDefault(account, BigDecimal.ZERO)));
        compared += projected.size();
    }
}
