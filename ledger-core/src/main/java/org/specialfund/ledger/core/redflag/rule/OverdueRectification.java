package org.specialfund.ledger.core.redflag.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A finding was not corrected by its due date.
 *
 * <p>Formula: day on which it was noted as overdue − due date &gt; 0 days. It is noted while the correction is ordered
 * and not submitted, once for each due date.
 *
 * <p>Source: the office's supervision rules, "overdue rectification".
 */
public final class OverdueRectification implements Rule<OverdueRectification.Facts> {

    /**
     * A due date that passed.
     *
     * @param entries by which the correction was ordered, returned, and noted as overdue
     * @param notedOn in the audit's time zone
     */
    public record Facts(List<String> entries, LocalDate dueDate, LocalDate notedOn) {

        /** Copies the entries. */
        public Facts {
            entries = List.copyOf(entries);
        }
    }

    @Override
    public String name() {
        return "overdue-rectification";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (!facts.notedOn().isAfter(facts.dueDate())) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.entries())
                .with("dueDate", facts.dueDate())
                .with("notedOn", facts.notedOn())
                .with("days", ChronoUnit.DAYS.between(facts.dueDate(), facts.notedOn())));
    }
}
