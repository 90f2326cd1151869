package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    /** A row and the item that records it. */
    private record Ready(PlannedRow row, Item item) {}

    /**
     * Goes through the rows after those that the report counts already; false where told to stop. The next batch is read
     * while one is decided.
     */
    boolean run(PlanRows rows, RunReport start) throws IOException {
        for (long skipped = 0; skipped < start.rows(); skipped++) {
            rows.next();
        }
        ExecutorService reading = Executors.newSingleThreadExecutor(task -> new Thread(task, "import-reader"));
        try {
            return run(start, () -> reading.submit(() -> take(rows)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            awaitEnd(reading);
        }
    }

    /** Whoever closes the rows must not do so while they are read; a batch is read in no time. */
    private static void awaitEnd(ExecutorService reading) {
        reading.shutdown();
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                ended = reading.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean run(RunReport start, Supplier<Future<List<Ready>>> reader)
            throws IOException, InterruptedException {
        RunReport report = start;
        Future<List<Ready>> ahead = reader.get();
        for (List<Ready> next = got(ahead); !next.isEmpty(); next = got(ahead)) {
            ahead = reader.get();
            List<Answer> answers = decider.decide(next.stream().map(Ready::item).toList());
            List<Refused> refused = new ArrayList<>();
            for (int i = 0; i < next.size(); i++) {
                PlannedRow row = next.get(i).row();
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

    private List<Ready> take(PlanRows rows) throws IOException {
        List<Ready> taken = new ArrayList<>(batch);
        PlannedRow row = rows.next();
        while (row != null) {
            taken.add(new Ready(row, items.of(row)));
            row = taken.size() < batch ? rows.next() : null;
        }
        return taken;
    }

    private static List<Ready> got(Future<List<Ready>> ahead) throws IOException, InterruptedException {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("cannot read the rows", e.getCause());
        }
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
