package org.specialfund.ledger.bench;

import java.util.List;

/** Something that is measured. */
interface Scenario {

    /** What {@code -Dbench.only=} calls it. */
    String name();

    /** Prepares, measures, and checks both sides' books. */
    List<Figure> run(Bench bench) throws Exception;
}
