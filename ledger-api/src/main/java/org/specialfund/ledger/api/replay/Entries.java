package org.specialfund.ledger.api.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.balance.Restatement;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Shows postings with the events behind them, read from the store. A posting that is not what its event posts by the
 * posting rules is an error, loudly: nobody shall be shown a figure that the events do not make. Thread-safe.
 */
@Component
public final class Entries {

    private static final Logger LOG = LoggerFactory.getLogger(Entries.class);

    /**
     * A posting and its event.
     *
     * @param leg its number within the event, from 0
     * @param running what was before the list, and all postings up to this one
     */
    public record EntryView(String account, int leg, BigDecimal amount, BigDecimal running, EventView event) {}

    private final EventTable events;

    Entries(EventTable events) {
        this.events = events;
    }

    /**
     * These postings, in their order.
     *
     * @param before the running sum begins with it
     */
    public List<EntryView> of(List<Restatement.Row> rows, BigDecimal before) {
        Map<Long, RecordedEvent> byPosition =
                events
                        .at(rows.stream()
                                .map(Restatement.Row::position)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        List<EntryView> entries = new ArrayList<>(rows.size());
        BigDecimal running = before;
        for (Restatement.Row row : rows) {
            RecordedEvent event = byPosition.get(row.position());
            if (event == null || !posts(event, row)) {
                throw disagree(row.account() + " @" + row.position());
            }
            running = running.add(row.amount());
            entries.add(new EntryView(row.account(), row.leg(), row.amount(), running, EventView.of(event)));
        }
        return entries;
    }

    private static boolean posts(RecordedEvent event, Restatement.Row row) {
        if (!(event.event() instanceof MoneyEvent money)
                || !money.effectiveDate().equals(row.effectiveDate())) {
            return false;
        }
        List<Posting> postings = money.postings();
        Optional<Posting> posting =
                row.leg() < postings.size() ? Optional.of(postings.get(row.leg())) : Optional.empty();
        return posting.filter(leg -> leg.account().name().equals(row.account()))
                .filter(leg -> leg.amount().compareTo(row.amount()) == 0)
                .isPresent();
    }

    /** Refuses to show what does not add up. */
    public void check(boolean agrees, String figure) {
        if (!agrees) {
            throw disagree(figure);
        }
    }

    private static ProblemException disagree(String figure) {
        LOG.error("Entries do not make the figure: {}", figure);
        return new ProblemException(Problem.of(ProblemCode.FIGURES_DISAGREE).with("figure", figure));
    }
}
