package org.specialfund.ledger.api.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.config.Configuration;
import org.specialfund.ledger.api.store.AcceptedCommands;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.Rehearsal;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Opens rehearsals: each decides on the ledger as it is, remembers what it accepted, and records nothing. */
@Component
class Rehearser {

    private final LedgerCore core;
    private final Configuration configuration;
    private final AcceptedCommands accepted;

    Rehearser(LedgerCore core, Configuration configuration, JdbcTemplate jdbc) {
        this.core = core;
        this.configuration = configuration;
        this.accepted = new AcceptedCommands(jdbc);
    }

    /** A new rehearsal, for one thread. */
    ImportRun.Decider open() {
        Rehearsal rehearsal = core.rehearsal(configuration);
        Set<String> rehearsed = new HashSet<>();
        return items -> decide(items, rehearsal, rehearsed);
    }

    private List<Answer> decide(List<Item> items, Rehearsal rehearsal, Set<String> rehearsed) {
        Set<String> before = accepted.among(items.stream().map(Item::commandId).toList());
        List<Answer> answers = new ArrayList<>();
        rehearsal.readAhead(items.stream()
                .filter(item -> !before.contains(item.commandId()))
                .toList());
        for (Item item : items) {
            boolean repeated = before.contains(item.commandId()) || rehearsed.contains(item.commandId());
            Outcome outcome = repeated ? new Outcome(null, List.of()) : rehearsal.decide(item);
            if (!repeated && outcome.accepted()) {
                rehearsed.add(item.commandId());
            }
            answers.add(new Answer(outcome, 0, repeated));
        }
        return answers;
    }
}
