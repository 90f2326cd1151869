package org.specialfund.ledger.core.redflag.rule;

import java.util.List;

/** All supervision rules that there are. */
public final class Rules {

    private Rules() {}

    /** One of each, judging by those thresholds. */
    public static List<Rule<?>> all(Thresholds thresholds) {
        return List.of(
                new BackDated(thresholds),
                new Benford(thresholds),
                new Concentration(thresholds),
                new DormantAllocation(thresholds),
                new DoubleFunding(),
                new DuplicatePaper(),
                new DutiesNearMiss(),
                new FreshAccount(thresholds),
                new JustUnderLimit(thresholds),
                new NonWorkingDay(),
                new OldMoney(thresholds),
                new OverBudgetAttempt(),
                new OverdueRectification(),
                new PaidAgainstBar(),
                new PayeeMismatch(),
                new RecoveryWaived(),
                new RepeatedAmount(thresholds),
                new SlowPipeline(thresholds),
                new SlowSpending(thresholds),
                new SplitPayments(thresholds),
                new YearEndRush(thresholds));
    }
}
