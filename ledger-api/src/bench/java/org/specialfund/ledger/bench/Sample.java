package org.specialfund.ledger.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One turn of one side.
 *
 * @param perSecond things done, by the whole time that counts
 * @param p50Millis of one thing, in the median
 * @param ownCpuMicros CPU of this JVM for one thing: the application and its clients
 * @param serverCpuMicros CPU of PostgreSQL for one thing
 * @param others cores that other programs of this machine were using; at 0.3 or more the sample says little
 */
record Sample(
        double perSecond,
        double p50Millis,
        double p99Millis,
        double ownCpuMicros,
        double serverCpuMicros,
        double others) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("perSecond", Figure.number(perSecond));
        json.put("p50Millis", Figure.number(p50Millis));
        json.put("p99Millis", Figure.number(p99Millis));
        json.put("ownCpuMicros", Figure.number(ownCpuMicros));
        json.put("serverCpuMicros", Figure.number(serverCpuMicros));
        json.put("others", Figure.number(others));
        return json;
    }
}
