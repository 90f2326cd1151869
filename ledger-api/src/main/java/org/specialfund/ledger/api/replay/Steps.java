package org.specialfund.ledger.api.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.balance.Restatements;
import org.specialfund.ledger.projections.balance.Restatements.Around;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryQuery;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.refusal.RefusedAttempt;
import org.springframework.stereotype.Component;

/**
 * A fund's events one after the other. Which they are, the history knows by its index; what they say is read from the
 * store, and the balances around them from their projection. Thread-safe.
 */
@Component
class Steps {

    /** So many refused attempts are shown on each side of a step. */
    static final int MOST_REFUSED = 20;

    private final History history;
    private final EventTable events;
    private final Restatements restatements;
    private final RefusedAround refusals;
    private final Reached reached;

    Steps(History history, EventTable events, Restatements restatements, RefusedAround refusals, Reached reached) {
        this.history = history;
        this.events = events;
        this.restatements = restatements;
        this.refusals = refusals;
        this.reached = reached;
    }

    /**
     * One event of a fund.
     *
     * @param step its address, which stays the same
     * @param balances of the accounts that it moved, on all days, in recorded order
     * @param approvals that were required for it
     * @param refusedBefore tried for this fund since the step before, and refused
     * @param refusedAfter tried until the next step
     */
    record StepView(
            String step,
            EventView event,
            List<Moved> balances,
            Approvals approvals,
            Refused refusedBefore,
            Refused refusedAfter) {}

    /**
     * An account around an event.
     *
     * @param posted by the posting rules
     * @param before and {@code after}: what the projection says; null where it has no posting of this event
     * @param agree whether the projection moved by what the rules post
     */
    record Moved(
            String account,
            @Nullable BigDecimal before,
            BigDecimal posted,
            @Nullable BigDecimal after,
            boolean agree) {}

    /**
     * Refused attempts.
     *
     * @param more whether there are, or may be, others: {@code GET /refusals} lists them
     */
    record Refused(List<RefusedAttempt> attempts, boolean more) {}

    /**
     * A page of steps.
     *
     * @param position that the answer rests on
     */
    record Found(List<StepView> steps, boolean earlier, boolean later, long position) {}

    /** The steps after a position, oldest first. */
    Found after(FundView fund, long after, int limit) {
        long known = reached.position(null);
        List<Long> positions = history.positions(query(fund, known), false, after, limit);
        return found(fund, positions, after, after + 1, known);
    }

    /** The last steps before a position, oldest first. */
    Found before(FundView fund, long before, int limit) {
        long known = reached.position(null);
        List<Long> positions = history.positions(query(fund, known), true, before, limit);
        return found(fund, positions, before - 1, before, known);
    }

    /** Where there are none, neighbours are looked for at {@code from} and before, at {@code to} and later. */
    private Found found(FundView fund, List<Long> positions, long from, long to, long known) {
        HistoryQuery query = query(fund, known);
        long first = positions.isEmpty() ? from + 1 : positions.get(0);
        long last = positions.isEmpty() ? to - 1 : positions.get(positions.size() - 1);
        List<Long> earlier = history.positions(query, true, first, 1);
        List<Long> later = history.positions(query, false, last, 1);
        long previous = earlier.isEmpty() ? RefusedAround.BEFORE_ALL : earlier.get(0);
        long next = later.isEmpty() ? known + 1 : later.get(0);
        return new Found(views(fund, positions, previous, next), !earlier.isEmpty(), !later.isEmpty(), known);
    }

    private List<StepView> views(FundView fund, List<Long> positions, long previous, long next) {
        if (positions.isEmpty()) {
            return List.of();
        }
        List<RecordedEvent> recorded = events.at(positions);
        Map<String, List<RecordedEvent>> payments = payments(recorded);
        Map<Long, Map<String, Around>> around = restatements.around(recorded.stream()
                .collect(Collectors.toMap(
                        RecordedEvent::position,
                        event -> List.copyOf(posted(event).keySet()))));
        RefusedAround.Found refused = refusals.find(fund.fundCode(), previous, positions.get(0), next);
        List<StepView> views = new ArrayList<>(recorded.size());
        for (int i = 0; i < recorded.size(); i++) {
            RecordedEvent event = recorded.get(i);
            long before = i == 0 ? previous : recorded.get(i - 1).position();
            long after = i + 1 == recorded.size() ? next : recorded.get(i + 1).position();
            views.add(new StepView(
                    StepsController.address(fund.fundCode(), event.position()),
                    EventView.of(event),
                    moved(event, around.getOrDefault(event.position(), Map.of())),
                    Approvals.of(event, payments.getOrDefault(stream(event), List.of()), fund.rules()),
                    refused(refused, before, event.position()),
                    refused(refused, event.position(), after)));
        }
        return views;
    }

    private static Refused refused(RefusedAround.Found found, long after, long before) {
        List<RefusedAttempt> all = found.between(after, before);
        boolean tooMany = all.size() > MOST_REFUSED;
        return new Refused(tooMany ? all.subList(0, MOST_REFUSED) : all, tooMany || found.cut(before));
    }

    /** Whole, by stream, the payments that these events name: the payment's own event of a command may come later. */
    private Map<String, List<RecordedEvent>> payments(List<RecordedEvent> named) {
        Map<String, List<RecordedEvent>> payments = new HashMap<>();
        Set<String> streams =
                named.stream().map(Steps::stream).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!streams.isEmpty()) {
            events.streams(streams, Long.MAX_VALUE, event -> payments.computeIfAbsent(
                            event.stream(), stream -> new ArrayList<>())
                    .add(event));
        }
        return payments;
    }

    private static @Nullable String stream(RecordedEvent event) {
        String reference = EventFields.text(event.event(), "reference");
        return reference == null ? null : "disbursement:" + reference.toLowerCase(Locale.ROOT);
    }

    private static Map<String, BigDecimal> posted(RecordedEvent event) {
        Map<String, BigDecimal> posted = new LinkedHashMap<>();
        for (Posting posting : event.event().postings()) {
            posted.merge(posting.account().name(), posting.amount(), BigDecimal::add);
        }
        return posted;
    }

    private static List<Moved> moved(RecordedEvent event, Map<String, Around> around) {
        List<Moved> moved = new ArrayList<>();
        posted(event).forEach((account, posted) -> {
            Around found = around.get(account);
            moved.add(
                    found == null
                            ? new Moved(account, null, posted, null, false)
                            : new Moved(
                                    account,
                                    found.before(),
                                    posted,
                                    found.after(),
                                    found.posted().compareTo(posted) == 0));
        });
        return moved;
    }

    private static HistoryQuery query(FundView fund, long known) {
        HistoryQuery of = HistoryQuery.ofFund(fund.fundCode(), null);
        return new HistoryQuery(
                null, of.fundCode(), null, null, null, null, null, null, null, null, null, null, null, known);
    }
}
