package org.specialfund.ledger.core.redflag.rule;

/**
 * Whether dates stand for periods and not for days: nearly all are the last day of a month, as in a file that knows
 * quarters only. A rule on dates says nothing then.
 *
 * @param dates how many there are
 * @param periodEnds how many of them are the last day of a month
 */
public record PeriodEnds(long dates, long periodEnds) {

    /** The word for why a rule is not used. */
    static final String REASON = "dates-are-period-ends";

    private static final long LEAST_DATES = 20;
    private static final long SHARE_IN_TEN = 9;

    /** No date known. */
    public static final PeriodEnds NONE = new PeriodEnds(0, 0);

    /** True from 20 dates on of which nine in ten are the last day of a month. By chance it is one in thirty. */
    public boolean byConstruction() {
        return dates >= LEAST_DATES && periodEnds * 10 >= dates * SHARE_IN_TEN;
    }
}
