package org.specialfund.ledger.bench;

import java.util.List;
import java.util.Map;

/** Projections computed anew from a million events by the ledger's own way, beside the bare fold of as many. */
final class Rebuilds implements Scenario {

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        History history = bench.million();
        try (Fold fold = Fold.create(bench.server(), history.events())) {
            bench.say("rebuild: " + history.events() + " events, and as many for the fold");
            fold.run();
            bench.server().checkpoint();
            double first = fold.run();
            double current = ours(history, "allocation");
            double second = fold.run();
            double axes = ours(history, "balance");
            double third = fold.run();
            double theirs = Contest.median(first, second, third);
            history.check();
            Map<String, Object> details = Map.of("events", history.events(), "theirs", List.of(first, second, third));
            return List.of(
                    new Figure(name() + ".current", current, theirs, "events/s", Target.atLeast(0.5), details),
                    new Figure(name() + ".axes", axes, theirs, "events/s", Target.atLeast(0.2), details));
        }
    }

    private static double ours(History history, String projection) throws InterruptedException {
        long start = System.nanoTime();
        history.ledger().projections().rebuild(projection);
        return history.events() / ((System.nanoTime() - start) / 1e9);
    }
}
