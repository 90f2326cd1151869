package org.specialfund.ledger.core.redflag.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specialfund.ledger.core.redflag.rule.Judged.amount;
import static org.specialfund.ledger.core.redflag.rule.Judged.doesNotJudge;
import static org.specialfund.ledger.core.redflag.rule.Judged.fires;
import static org.specialfund.ledger.core.redflag.rule.Judged.isSilent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that look at many payments at once: each fires, is silent, and is tried at its threshold. */
class PopulationRulesTest {

    private static final List<String> ENTRY = List.of("e@0");

    @Nested
    class TopPayee {

        private final Concentration rule = new Concentration(Thresholds.USUAL);

        @Test
        void firesOnOneWithHalf() {
            assertThat(fires(rule, facts("50", 10)).inputs()).containsEntry("share", "0.5000");
        }

        @Test
        void isSilentOnManySmallOnes() {
            isSilent(rule, facts("5", 30));
        }

        @Test
        void isSilentAtAQuarterAndFiresAbove() {
            isSilent(rule, facts("25.00", 10));
            fires(rule, facts("25.01", 10));
        }

        @Test
        void judgesFivePayeesAndNoFewer() {
            fires(rule, facts("50", 5));
            doesNotJudge("fewer-than-five-payees", rule, facts("50", 4));
        }

        private Concentration.Facts facts(String top, int payees) {
            return new Concentration.Facts(ENTRY, "T:1", amount(top), amount("100"), payees);
        }
    }

    @Nested
    class FirstDigits {

        private final Benford rule = new Benford(Thresholds.USUAL);

        @Test
        void firesOnEvenlySpreadAmounts() {
            Hit hit = fires(rule, facts(even(1_800)));

            // Each digit begins a ninth of them: the mean of |1/9 - log10(1 + 1/d)| is 0.0597.
            assertThat(hit.inputs()).containsEntry("deviation", "0.0597").containsEntry("amounts", "1800");
        }

        @Test
        void isSilentOnAGeometricSequence() {
            isSilent(rule, facts(geometric(2_000)));
        }

        @Test
        void isSilentAtTheThresholdAndFiresAbove() {
            List<BigDecimal> amounts = geometric(2_000);
            BigDecimal deviation = deviation(amounts);
            isSilent(new Benford(with(deviation)), facts(amounts));
            fires(new Benford(with(deviation.subtract(new BigDecimal("0.0001")))), facts(amounts));
        }

        @Test
        void judgesAThousandAmountsAndNoFewer() {
            isSilent(rule, facts(geometric(1_000)));
            doesNotJudge("fewer-than-1000", rule, facts(geometric(999)));
        }

        @Test
        void doesNotJudgeANarrowPopulation() {
            List<BigDecimal> narrow = IntStream.range(0, 1_000)
                    .mapToObj(i -> BigDecimal.valueOf(100_001 + 9_000L * i, 2))
                    .toList();
            doesNotJudge("under-two-orders-of-magnitude", rule, facts(narrow));
        }

        @Test
        void doesNotJudgeATruncatedPopulation() {
            List<BigDecimal> capped = new ArrayList<>(geometric(1_000));
            capped.addAll(Collections.nCopies(20, new BigDecimal("123456789.01")));
            doesNotJudge("truncated", rule, facts(capped));
        }

        @Test
        void doesNotJudgeARoundedPopulation() {
            List<BigDecimal> rounded = geometric(1_000).stream()
                    .map(amount -> amount.round(new MathContext(2, RoundingMode.HALF_UP)))
                    .toList();
            doesNotJudge("rounded", rule, facts(rounded));
        }

        private static Benford.Facts facts(List<BigDecimal> amounts) {
            return new Benford.Facts(amounts, ENTRY);
        }

        /** Over three orders of magnitude, every first digit as often as every other. */
        private static List<BigDecimal> even(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> BigDecimal.valueOf((i % 9 + 1) * 100_000L + i + 1, i % 4))
                    .toList();
        }

        /** Benford's own: each amount is the one before times a constant, over four orders of magnitude. */
        private static List<BigDecimal> geometric(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> BigDecimal.valueOf(Math.pow(10, 2 + 4.0 * i / count))
                            .setScale(2, RoundingMode.HALF_UP))
                    .toList();
        }

        /** What the rule computes, as it shows it under a threshold that everything is above. */
        private static BigDecimal deviation(List<BigDecimal> amounts) {
            Hit hit = fires(new Benford(with(BigDecimal.ONE.negate())), facts(amounts));
            return new BigDecimal(hit.inputs().get("deviation")).add(new BigDecimal("0.00005"));
        }

        private static Thresholds with(BigDecimal benfordDeviation) {
            return Thresholds.USUAL.but(Map.of("benfordDeviation", benfordDeviation));
        }
    }

    @Nested
    class TwoFunds {

        private final DoubleFunding rule = new DoubleFunding();

        @Test
        void firesOnOneProjectOfTwoFunds() {
            assertThat(fires(rule, facts("F1", "F2")).inputs()).containsEntry("funds", "F1, F2");
        }

        @Test
        void isSilentOnOneFundOverYears() {
            isSilent(rule, facts("F1", "F1"));
        }

        @Test
        void isSilentOnOneAndFiresOnTheSecond() {
            isSilent(rule, facts("F1"));
            fires(rule, facts("F1", "F1", "F2"));
        }

        private DoubleFunding.Facts facts(String... funds) {
            return new DoubleFunding.Facts(
                    "project",
                    "T:1",
                    "P1",
                    IntStream.range(0, funds.length)
                            .mapToObj(i -> new DoubleFunding.Source("allocation:a" + i + "@0", funds[i]))
                            .toList());
        }
    }
}
