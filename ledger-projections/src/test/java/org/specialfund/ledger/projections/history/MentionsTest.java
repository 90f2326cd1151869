package org.specialfund.ledger.projections.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.TestEvents;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** Events are found in order, however they came: in large batches, one by one, and late. */
class MentionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<RecordedEvent> events =
            LongStream.rangeClosed(1, 2_500).mapToObj(MentionsTest::event).toList();
    private final History history =
            new History(database.dataSource(), database.transactions(), TestEvents.holding(database, events));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMentionIsFoundOnceAndInOrderWhenSomeEventsComeLate(long seed) {
        Random random = new Random(seed);
        List<Long> late = new ArrayList<>();
        TreeSet<Long> applied = new TreeSet<>();
        long next = 1;
        while (next < 1_500) {
            List<Long> batch = new ArrayList<>();
            for (int size = 1 + random.nextInt(random.nextBoolean() ? 5 : 700); size > 0; size--) {
                (random.nextInt(20) == 0 ? late : batch).add(next++);
            }
            Collections.shuffle(late, random);
            for (int come = random.nextInt(late.size() + 1); come > 0; come--) {
                batch.add(late.remove(0));
            }
            apply(batch);
            applied.addAll(batch);
        }
        apply(late);
        applied.addAll(late);

        for (String allocation : List.of("A0", "A1", "A2")) {
            HistoryQuery query = HistoryQuery.ofAllocation(allocation);
            List<Long> expected = applied.stream()
                    .filter(position -> allocation(position).equals(allocation))
                    .toList();
            assertThat(paged(query, false, 1 + random.nextInt(300))).isEqualTo(expected);
            List<Long> backwards = new ArrayList<>(expected);
            Collections.reverse(backwards);
            assertThat(paged(query, true, 1 + random.nextInt(300))).isEqualTo(backwards);
        }
        assertThat(overlapping()).isZero();
    }

    @Test
    void aLongListIsCutIntoShortRows() {
        List<Long> all = new ArrayList<>();
        for (long position = 1; position <= 1_000; position++) {
            all.add(position);
        }
        apply(all);

        assertThat(database.jdbc()
                        .queryForList(
                                "SELECT cardinality(positions) FROM history.mention WHERE what = 'fund:F1' ORDER BY first",
                                Integer.class))
                .containsExactly(256, 256, 256, 232);
        assertThat(paged(HistoryQuery.ofFund("F1", null), true, 100)).hasSize(1_000);
    }

    @Test
    void whatIsNamedTogetherIsFoundTogetherWhicheverIsMentionedLess() {
        for (long position = 1; position <= 900; position++) {
            if (position % 100 == 1) {
                apply(LongStream.range(position, position + 100).boxed().toList());
            }
        }
        HistoryQuery query = new HistoryQuery(
                null, "F1", 2025, "A1", null, null, "p-1", "fund-year.committed", null, null, null, null, null, 600L);

        assertThat(paged(query, false, 70))
                .hasSize(200)
                .isSorted()
                .allMatch(position -> position <= 600 && allocation(position).equals("A1"));
        HistoryQuery another =
                new HistoryQuery(null, "F1", 2025, "A1", null, null, "p-9", null, null, null, null, null, null, null);
        assertThat(paged(another, false, 70)).isEmpty();
    }

    private List<Long> paged(HistoryQuery query, boolean newestFirst, int limit) {
        List<Long> found = new ArrayList<>();
        Long cursor = null;
        do {
            Page<HistoryEntry, Long> page = history.page(query, newestFirst, cursor, limit);
            page.rows().forEach(entry -> found.add(entry.position()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private long overlapping() {
        return database.jdbc().queryForObject("""
                SELECT count(*) FROM history.mention a JOIN history.mention b ON b.what = a.what AND b.first > a.first
                WHERE b.first <= a.positions[cardinality(a.positions)]
                """, Long.class);
    }

    private void apply(List<Long> positions) {
        if (!positions.isEmpty()) {
            Applying.apply(
                    database,
                    new HistoryProjection(database.jdbc()),
                    positions.stream().map(MentionsTest::event).toList());
        }
    }

    private static String allocation(long position) {
        return "A" + position % 3;
    }

    private static RecordedEvent event(long position) {
        Committed event =
                new Committed("F1", 2025, allocation(position), null, 2025, new BigDecimal("5.00"), "CNY", DAY);
        return new RecordedEvent(
                position,
                START.plusMillis(position),
                new UUID(0, position).toString(),
                "test:" + position,
                0,
                EventFields.typeOf(Committed.class).value(),
                "1",
                event,
                Map.of("actor", "p-1", "role", "clerk"));
    }
}
