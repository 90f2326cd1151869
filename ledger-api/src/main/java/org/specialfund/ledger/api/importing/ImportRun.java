package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.api.importing.plan.PlanRows;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.shared.Refusal;

/** Takes the rows of a plan through decision, batch by batch: the same for a rehearsal and for good. */
final class ImportRun {

    private final int batch;
    private final Decider decider;
    private final ImportItems items;
    private final Progress progress;

    /** Decides a batch of commands, each seeing the effect of those before it. */
    @FunctionalInterface
    interface Decider {
        /** An answer for each item, in order. */
        List<Answer> decide(List<Item> items);
    }

    /** Is told after every batch how far the run is and what was refused in the batch. */
    @FunctionalInterface
    interface Progress {
        /** Takes note; true to go on. */
        boolean reached(RunReport report, List<Refused> refused);
    }

    /** A row that was refused. */
    record Refused(PlannedRow row, Issue issue) {

        static List<Issue> issues(List<Refused> all) {
            return all.stream().map(Refused::issue).toList();
        }
    }

    ImportRun(int batch, Decider decider, ImportItems items, Progress progress) {
        this.batch = batch;
        this.decider = decider;
        this.items = items;
        this.progress = progress;
    }

    /** Goes through the rows after those that the report counts already; false where told to stop. */
    boolean run(PlanRows rows, RunReport start) throws IOException {
        RunReport report = start;
        for (long skipped = 0; skipped < start.rows(); skipped++) {
            rows.next();
        }
        for (List<PlannedRow> next = take(rows); !next.isEmpty(); next = take(rows)) {
            List<Answer> answers = decider.decide(next.stream().map(items::of).toList());
            List<Refused> refused = new ArrayList<>();
            for (int i = 0; i < next.size(); i++) {
                PlannedRow row = next.get(i);
                Answer answer = answers.get(i);
                Refusal refusal = answer.outcome().refusal();
                if (refusal != null) {
                    refused.add(new Refused(row, issue(report.rows(), row, refusal)));
                }
                report = report.plus(row, refusal, answer.repeated(), answer.position());
            }
            if (!progress.reached(report, refused)) {
                return false;
            }
        }
        return true;
    }

    private List<PlannedRow> take(PlanRows rows) throws IOException {
        List<PlannedRow> taken = new ArrayList<>(batch);
        PlannedRow row = rows.next();
        while (row != null) {
            taken.add(row);
            row = taken.size() < batch ? rows.next() : null;
        }
        return taken;
    }

    private static Issue issue(long seq, PlannedRow row, Refusal refusal) {
        return new Issue(
                seq,
                row.line(),
                row.kind().word(),
                row.reference(),
                null,
                refusal.code().code(),
                refusal.figures());
    }
}
