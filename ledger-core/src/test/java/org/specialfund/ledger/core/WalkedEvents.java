package org.specialfund.ledger.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;

/** The events of a random walk, for tests of what reads events. */
public final class WalkedEvents {

    private WalkedEvents() {}

    /** All that was recorded by so many commands of the walk of that seed, in order. */
    public static List<DomainEventMessage<?>> of(long seed, int commands) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        LocalDate start = LocalDate.of(2024, 1, 10);
        RandomWalk[] walk = new RandomWalk[1];
        try (TestLedger ledger = new TestLedger(start, message -> {
            events.add(message);
            if (walk[0] != null) {
                walk[0].see(message);
            }
        })) {
            walk[0] = new RandomWalk(seed, start, ledger);
            for (int step = 0; step < commands; step++) {
                Item item = walk[0].next();
                Outcome outcome = ledger.execute(item);
                walk[0].note(
                        item,
                        outcome.refusal() == null
                                ? "accepted"
                                : outcome.refusal().code().code());
            }
        }
        return events;
    }
}
