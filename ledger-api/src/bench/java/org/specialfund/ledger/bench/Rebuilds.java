package org.specialfund.ledger.bench;

import java.util.ArrayList;
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
        List<Sample> theirs = new ArrayList<>();
        List<Sample> current = new ArrayList<>();
        List<Sample> axes = new ArrayList<>();
        try (Fold fold = Fold.create(bench.server(), history.events())) {
            bench.say("rebuild: " + history.events() + " events, and as many for the fold");
            fold.run();
            bench.server().settle();
            for (int round = 0; round < bench.settings().rounds(); round++) {
                theirs.add(sample(bench, history, fold::run));
                current.add(sample(bench, history, "allocation"));
                axes.add(sample(bench, history, "balance"));
            }
            history.check();
        }
        return List.of(figure("current", current, theirs, 0.5), figure("axes", axes, theirs, 0.2));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Sample sample(Bench bench, History history, Work work) throws Exception {
        Stopwatch watch = new Stopwatch(bench.server());
        work.run();
        return watch.sample(history.events(), new long[0]);
    }

    /** A projection computed anew. */
    static Sample sample(Bench bench, History history, String projection) throws Exception {
        return sample(bench, history, () -> history.ledger().projections().rebuild(projection));
    }

    private Figure figure(String what, List<Sample> ours, List<Sample> theirs, double target) {
        return new Figure(
                name() + "." + what,
                Contest.median(ours, Sample::perSecond),
                Contest.median(theirs, Sample::perSecond),
                "events/s",
                Target.atLeast(target),
                Map.of(
                        "ours", ours.stream().map(Sample::json).toList(),
                        "theirs", theirs.stream().map(Sample::json).toList()));
    }
}
