package org.specialfund.ledger.bench;

import java.util.List;

/** The largest projection, the history, computed anew from a million events. Stated. */
final class LargestRebuild implements Scenario {

    @Override
    public String name() {
        return "rebuild.history";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Sample sample = Rebuilds.sample(bench, bench.million(), "history");
        return List.of(Figure.stated(name(), sample.perSecond(), "events/s", sample.json()));
    }
}
