package org.specialfund.ledger.api.redflag;

import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.projections.supervision.CaseFacts;
import org.specialfund.ledger.projections.supervision.EntryFacts;
import org.specialfund.ledger.projections.supervision.PaymentFacts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rules that judge what an event touches. What they read does not grow with the history. Stateless. */
final class EventRules {

    private final PaymentRules payments;
    private final PaperRules papers;
    private final EntryRules entries;

    EventRules(JdbcTemplate jdbc) {
        PaymentFacts facts = new PaymentFacts(jdbc);
        this.payments = new PaymentRules(facts);
        this.papers = new PaperRules(facts);
        this.entries = new EntryRules(new EntryFacts(jdbc), new CaseFacts(jdbc));
    }

    /** What the rules say of everything that the events after a position, up to another, touch. */
    List<Judgement> judge(long after, long upTo, Standards standards) {
        List<Judgement> all = new ArrayList<>();
        payments.judge(after, upTo, standards, all);
        papers.judge(after, upTo, all);
        entries.judge(after, upTo, standards, all);
        return all;
    }
}
