package org.specialfund.ledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Two sides, in turns. */
final class Contest {

    /** One of the sides: works for about that long and says what came of it. */
    @FunctionalInterface
    interface Side {
        Sample work(Duration time) throws Exception;
    }

    private final Bench bench;

    Contest(Bench bench) {
        this.bench = bench;
    }

    /** Warms both up, then lets them work in turns; who begins changes with every round. */
    Figure throughput(String name, String unit, @Nullable Target target, Side ours, Side theirs) throws Exception {
        Duration turn = bench.settings().turn();
        bench.say(name + ": both sides warm up");
        Warmth.reach(ours, turn);
        Warmth.reach(theirs, turn);
        bench.say(name + ": " + bench.settings().rounds() + " rounds");
        bench.server().settle();
        List<Sample> our = new ArrayList<>();
        List<Sample> their = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            if (round % 2 == 0) {
                their.add(theirs.work(turn));
                our.add(ours.work(turn));
            } else {
                our.add(ours.work(turn));
                their.add(theirs.work(turn));
            }
        }
        return new Figure(
                name,
                median(our, Sample::perSecond),
                median(their, Sample::perSecond),
                unit,
                target,
                Map.of(
                        "ours", our.stream().map(Sample::json).toList(),
                        "theirs", their.stream().map(Sample::json).toList()));
    }

    static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return median(samples.stream().mapToDouble(figure).toArray());
    }

    static double median(double... values) {
        double[] ascending = values.clone();
        java.util.Arrays.sort(ascending);
        int half = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
    }
}
