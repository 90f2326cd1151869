package org.specialfund.ledger.core.redflag.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specialfund.ledger.core.redflag.rule.Judged.DAYS;
import static org.specialfund.ledger.core.redflag.rule.Judged.MONTHS;
import static org.specialfund.ledger.core.redflag.rule.Judged.amount;
import static org.specialfund.ledger.core.redflag.rule.Judged.day;
import static org.specialfund.ledger.core.redflag.rule.Judged.doesNotJudge;
import static org.specialfund.ledger.core.redflag.rule.Judged.fires;
import static org.specialfund.ledger.core.redflag.rule.Judged.isSilent;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that look at allocations, years and attempts: each fires, is silent, and is tried at its threshold. */
class YearRulesTest {

    private static final List<String> ENTRY = List.of("e@0");

    @Nested
    class Dormant {

        private final DormantAllocation rule = new DormantAllocation(Thresholds.USUAL);

        @Test
        void firesWhereNothingWasPaidForLong() {
            assertThat(fires(rule, facts("2026-12-01", "0", "10")).inputs()).containsEntry("left", "10");
        }

        @Test
        void isSilentWhereAnythingWasPaidOrNothingIsLeft() {
            isSilent(rule, facts("2026-12-01", "1", "10"));
            isSilent(rule, facts("2026-12-01", "0", "0"));
        }

        @Test
        void isSilentOnDay180AndFiresOnTheNext() {
            isSilent(rule, facts("2026-06-30", "0", "10"));
            fires(rule, facts("2026-07-01", "0", "10"));
        }

        @Test
        void leavesAnEndedYearToItsClosing() {
            doesNotJudge("year-has-ended", rule, facts("2027-01-01", "0", "10"));
        }

        private DormantAllocation.Facts facts(String today, String paid, String left) {
            return new DormantAllocation.Facts(
                    "e@0", day("2026-01-01"), day(today), day("2026-12-31"), amount(paid), amount(left));
        }
    }

    @Nested
    class Slow {

        private final SlowSpending rule = new SlowSpending(Thresholds.USUAL);

        @Test
        void firesFarBehind() {
            assertThat(fires(rule, facts("100", "10", 6)).inputs()).containsEntry("executed", "0.1000");
        }

        @Test
        void isSilentInTheFirstMonthAndOnTime() {
            isSilent(rule, facts("100", "0", 1));
            isSilent(rule, facts("100", "50", 6));
        }

        @Test
        void isSilentAtFifteenPointsBehindAndFiresBelow() {
            isSilent(rule, facts("100", "35.00", 6));
            fires(rule, facts("100", "34.99", 6));
        }

        @Test
        void doesNotJudgeAYearWithoutABudget() {
            doesNotJudge("no-budget", rule, facts("0", "0", 6));
        }

        private SlowSpending.Facts facts(String budget, String paid, int months) {
            return new SlowSpending.Facts(ENTRY, amount(budget), amount(paid), months);
        }
    }

    @Nested
    class TwoYears {

        private final OldMoney rule = new OldMoney(Thresholds.USUAL);

        @Test
        void firesOnMoneyOfThreeYearsAgo() {
            fires(rule, new OldMoney.Facts("e@0", 2026, 2023));
        }

        @Test
        void isSilentOnMoneyOfTheYear() {
            isSilent(rule, new OldMoney.Facts("e@0", 2026, 2026));
        }

        @Test
        void isSilentOnceCarriedAndFiresTwiceCarried() {
            isSilent(rule, new OldMoney.Facts("e@0", 2026, 2025));
            fires(rule, new OldMoney.Facts("e@0", 2026, 2024));
        }
    }

    @Nested
    class Rush {

        private final YearEndRush rule = new YearEndRush(Thresholds.USUAL);

        @Test
        void firesOnAYearPaidInItsLastMonth() {
            assertThat(fires(rule, facts("80", "100", true, DAYS)).inputs()).containsEntry("share", "0.8000");
        }

        @Test
        void isSilentOnAnEvenYearAndOnOneThatPaidNothing() {
            isSilent(rule, facts("8", "100", true, DAYS));
            isSilent(rule, facts("0", "0", true, DAYS));
        }

        @Test
        void isSilentAtAQuarterAndFiresAbove() {
            isSilent(rule, facts("25.00", "100", true, DAYS));
            fires(rule, facts("25.01", "100", true, DAYS));
        }

        @Test
        void saysSoWhereItCannotKnow() {
            doesNotJudge("year-has-not-ended", rule, facts("80", "100", false, DAYS));
            doesNotJudge("dates-are-period-ends", rule, facts("80", "100", true, MONTHS));
        }

        private YearEndRush.Facts facts(String last, String all, boolean ended, PeriodEnds dates) {
            return new YearEndRush.Facts(ENTRY, amount(last), amount(all), ended, dates);
        }
    }

    @Nested
    class OverBudget {

        private final OverBudgetAttempt rule = new OverBudgetAttempt();

        @Test
        void firesOnSeveralAttempts() {
            assertThat(fires(rule, facts("exceeds-available", "exceeds-unallocated"))
                            .inputs())
                    .containsEntry("attempts", "2");
        }

        @Test
        void isSilentOnOtherRefusals() {
            isSilent(rule, facts("unknown-allocation"));
        }

        @Test
        void firesOnTheFirstAndIsSilentWithoutAny() {
            isSilent(rule, facts());
            fires(rule, facts("exceeds-available"));
        }

        private OverBudgetAttempt.Facts facts(String... codes) {
            return new OverBudgetAttempt.Facts(IntStream.range(0, codes.length)
                    .mapToObj(i -> new OverBudgetAttempt.Attempt("e" + i + "@0", codes[i], "disbursement.request"))
                    .toList());
        }
    }

    @Nested
    class NearMiss {

        private final DutiesNearMiss rule = new DutiesNearMiss();

        @Test
        void firesWhereOnePersonTriedTwoParts() {
            fires(rule, new DutiesNearMiss.Facts("e@0", "same-person", "disbursement.approve"));
            fires(rule, new DutiesNearMiss.Facts("e@0", "acted-in-it", "red-flag.dismiss"));
        }

        @Test
        void isSilentOnAMissingRole() {
            isSilent(rule, new DutiesNearMiss.Facts("e@0", "role-not-allowed", "disbursement.approve"));
        }
    }

    @Nested
    class Waived {

        private final RecoveryWaived rule = new RecoveryWaived();

        @Test
        void firesFromTheFirstCentOn() {
            fires(rule, new RecoveryWaived.Facts(ENTRY, amount("10"), amount("10")));
            fires(rule, new RecoveryWaived.Facts(ENTRY, amount("10"), amount("0.01")));
        }

        @Test
        void isSilentWhereNothingWasWaived() {
            isSilent(rule, new RecoveryWaived.Facts(ENTRY, amount("10"), amount("0.00")));
        }
    }
}
