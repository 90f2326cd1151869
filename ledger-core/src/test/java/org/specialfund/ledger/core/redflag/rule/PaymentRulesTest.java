package org.specialfund.ledger.core.redflag.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specialfund.ledger.core.redflag.rule.Judged.DAYS;
import static org.specialfund.ledger.core.redflag.rule.Judged.MONTHS;
import static org.specialfund.ledger.core.redflag.rule.Judged.amount;
import static org.specialfund.ledger.core.redflag.rule.Judged.day;
import static org.specialfund.ledger.core.redflag.rule.Judged.doesNotJudge;
import static org.specialfund.ledger.core.redflag.rule.Judged.fires;
import static org.specialfund.ledger.core.redflag.rule.Judged.isSilent;
import static org.specialfund.ledger.core.redflag.rule.Judged.payment;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that look at payments: each fires, is silent, and is tried at its threshold. */
class PaymentRulesTest {

    @Nested
    class Duplicate {

        private final DuplicatePaper rule = new DuplicatePaper();

        @Test
        void firesOnOneInvoiceUnderTwoPayeesARefusedAttemptIncluded() {
            Hit hit = fires(rule, facts("invoice", "FP-2026-001", use("D1", "T:1", "A1"), refused("D2", "T:2", "A1")));

            assertThat(hit.inputs()).containsEntry("uses", "2").containsEntry("refused", "1");
        }

        @Test
        void firesOnOneDocumentUnderTwoAllocations() {
            fires(rule, facts("document", "aa", use("D1", "T:1", "A1"), use("D2", "T:1", "A2")));
        }

        @Test
        void isSilentOnInstalmentsAndOnASecondTryOfTheSamePayment() {
            isSilent(rule, facts("invoice", "FP-2026-001", use("D1", "T:1", "A1"), use("D2", "T:1", "A1")));
            isSilent(rule, facts("invoice", "FP-2026-001", refused("D1", "T:1", "A1"), use("D1", "T:1", "A2")));
        }

        @Test
        void judgesADocumentOfTwentyPaymentsAndNoneOfMore() {
            fires(rule, new DuplicatePaper.Facts("document", "aa", uses(20)));
            doesNotJudge("document-of-many-payments", rule, new DuplicatePaper.Facts("document", "aa", uses(21)));
        }

        @Test
        void judgesAnInvoiceNumberOfSixCharactersAndNoShorter() {
            fires(rule, facts("invoice", "123456", use("D1", "T:1", "A1"), use("D2", "T:2", "A1")));
            doesNotJudge(
                    "invoice-number-too-short",
                    rule,
                    facts("invoice", "12345", use("D1", "T:1", "A1"), use("D2", "T:2", "A1")));
            fires(rule, facts("invoice", "12345", use("D1", "T:1", "A1"), use("D2", "T:1", "A2")));
        }

        private static List<DuplicatePaper.Use> uses(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> use("D" + i, "T:" + i, "A1"))
                    .toList();
        }

        private static DuplicatePaper.Facts facts(String kind, String value, DuplicatePaper.Use... uses) {
            return new DuplicatePaper.Facts(kind, value, List.of(uses));
        }

        private static DuplicatePaper.Use use(String reference, String payee, String allocation) {
            return new DuplicatePaper.Use(reference + "@0", reference, payee, "F1", allocation, false);
        }

        private static DuplicatePaper.Use refused(String reference, String payee, String allocation) {
            return new DuplicatePaper.Use(reference + "@r", reference, payee, "F1", allocation, true);
        }
    }

    @Nested
    class Split {

        private final SplitPayments rule = new SplitPayments(Thresholds.USUAL);

        @Test
        void firesOnTwoPaymentsOverTheLimitTogether() {
            Hit hit = fires(rule, facts("100", payment("D1", "T:1", "60", "2026-03-01"), second("60", "2026-03-05")));

            assertThat(hit.inputs()).containsEntry("sum", "120").containsEntry("firstDay", "2026-03-01");
            assertThat(hit.thresholds()).containsEntry("limit", "100").containsEntry("days", "7");
            assertThat(hit.entries()).containsExactly("disbursement:D1@0", "disbursement:D2@0");
        }

        @Test
        void isSilentWhereOneOfThemWentThroughTheLimitItself() {
            isSilent(rule, facts("100", payment("D1", "T:1", "100", "2026-03-01"), second("60", "2026-03-05")));
            isSilent(rule, facts("100", payment("D1", "T:1", "60", "2026-03-01")));
        }

        @Test
        void isSilentAtTheLimitAndFiresAbove() {
            isSilent(rule, facts("120", payment("D1", "T:1", "60", "2026-03-01"), second("60", "2026-03-05")));
            fires(rule, facts("119.99", payment("D1", "T:1", "60", "2026-03-01"), second("60", "2026-03-05")));
        }

        @Test
        void firesOnTheSeventhDayAndIsSilentOnTheEighth() {
            fires(rule, facts("100", payment("D1", "T:1", "60", "2026-03-01"), second("60", "2026-03-07")));
            isSilent(rule, facts("100", payment("D1", "T:1", "60", "2026-03-01"), second("60", "2026-03-08")));
        }

        @Test
        void saysSoWhereDatesAreThoseOfMonths() {
            List<Payment> payments = List.of(payment("D1", "T:1", "60", "2026-03-31"), second("60", "2026-03-31"));
            doesNotJudge("dates-are-period-ends", rule, new SplitPayments.Facts(payments, amount("100"), MONTHS));
        }

        private static Payment second(String amount, String day) {
            return payment("D2", "T:1", amount, day);
        }

        private static SplitPayments.Facts facts(String limit, Payment... payments) {
            return new SplitPayments.Facts(List.of(payments), amount(limit), DAYS);
        }
    }

    @Nested
    class JustUnder {

        private final JustUnderLimit rule = new JustUnderLimit(Thresholds.USUAL);

        @Test
        void firesUnderTheLimit() {
            fires(rule, facts("95"));
        }

        @Test
        void isSilentFarBelow() {
            isSilent(rule, facts("50"));
        }

        @Test
        void firesFromNinetyPercentToBelowTheLimit() {
            isSilent(rule, facts("89.99"));
            fires(rule, facts("90.00"));
            fires(rule, facts("99.99"));
            isSilent(rule, facts("100.00"));
        }

        private static JustUnderLimit.Facts facts(String amount) {
            return new JustUnderLimit.Facts(payment("D1", "T:1", amount, "2026-03-01"), amount("100"));
        }
    }

    @Nested
    class Late {

        private final BackDated rule = new BackDated(Thresholds.USUAL);

        @Test
        void firesOnAnEntryOfWeeksAgo() {
            fires(rule, facts(15, DAYS));
        }

        @Test
        void isSilentOnAnEntryOfToday() {
            isSilent(rule, facts(0, DAYS));
            isSilent(rule, facts(0, MONTHS));
        }

        @Test
        void isSilentAtFiveWorkingDaysAndFiresAtSix() {
            isSilent(rule, facts(5, DAYS));
            fires(rule, facts(6, DAYS));
        }

        @Test
        void saysSoWhereDatesAreThoseOfMonths() {
            doesNotJudge("dates-are-period-ends", rule, facts(6, MONTHS));
        }

        private static BackDated.Facts facts(int workingDays, PeriodEnds dates) {
            return new BackDated.Facts(
                    "e@0", day("2026-03-01"), day("2026-03-31"), new WorkingDays(workingDays, "calendar CN"), dates);
        }
    }

    @Nested
    class WeakDuplicate {

        private final RepeatedAmount rule = new RepeatedAmount(Thresholds.USUAL);

        @Test
        void firesOnTheSameAmountAgain() {
            fires(rule, facts(payment("D1", "T:1", "60", "2026-03-01"), payment("D2", "T:1", "60.00", "2026-03-11")));
        }

        @Test
        void isSilentOnAnotherAmountOrATranche() {
            Payment payment = payment("D1", "T:1", "60", "2026-03-01");
            isSilent(rule, facts(payment, payment("D2", "T:1", "61", "2026-03-11")));
            isSilent(rule, facts(payment, payment("D2", "T:2", "60", "2026-03-11")));
            isSilent(rule, facts(payment, tranche("D2")));
            isSilent(rule, facts(tranche("D2"), payment));
        }

        @Test
        void isSilentWhereEitherWhollyCameBackAndFiresWhereSomethingIsLeft() {
            Payment payment = payment("D1", "T:1", "60", "2026-03-01");
            isSilent(rule, facts(payment, returned("D2", "60.00")));
            isSilent(rule, facts(returned("D2", "60"), payment));
            fires(rule, facts(payment, returned("D2", "59.99")));
            fires(rule, facts(returned("D2", "59.99"), payment));
        }

        @Test
        void restsOnThePaymentsOfWhichSomethingIsLeft() {
            Hit hit = fires(
                    rule,
                    facts(
                            payment("D1", "T:1", "60", "2026-03-01"),
                            returned("D2", "60"),
                            payment("D3", "T:1", "60", "2026-03-03")));

            assertThat(hit.inputs()).containsEntry("payments", "2");
            assertThat(hit.entries()).containsExactly("disbursement:D1@0", "disbursement:D3@0");
        }

        @Test
        void firesOnTheThirtiethDayAndIsSilentOnTheNext() {
            Payment payment = payment("D1", "T:1", "60", "2026-03-01");
            fires(rule, facts(payment, payment("D2", "T:1", "60", "2026-03-31")));
            isSilent(rule, facts(payment, payment("D2", "T:1", "60", "2026-04-01")));
        }

        @Test
        void saysSoWhereDatesAreThoseOfMonths() {
            Payment payment = payment("D1", "T:1", "60", "2026-03-31");
            doesNotJudge("dates-are-period-ends", rule, new RepeatedAmount.Facts(payment, List.of(payment), MONTHS));
        }

        private static Payment tranche(String reference) {
            return sixty(reference, "0", 2);
        }

        private static Payment returned(String reference, String returned) {
            return sixty(reference, returned, null);
        }

        private static Payment sixty(String reference, String returned, @Nullable Integer tranche) {
            return new Payment(
                    List.of(reference + "@0"),
                    reference,
                    "T:1",
                    amount("60"),
                    amount(returned),
                    day("2026-03-02"),
                    tranche);
        }

        private static RepeatedAmount.Facts facts(Payment payment, Payment... others) {
            return new RepeatedAmount.Facts(payment, List.of(others), DAYS);
        }
    }

    @Nested
    class Fresh {

        private final FreshAccount rule = new FreshAccount(Thresholds.USUAL);

        @Test
        void firesOnAnAccountOfYesterday() {
            fires(rule, facts("2026-03-02", DAYS));
        }

        @Test
        void isSilentOnAnOldAccount() {
            isSilent(rule, facts("2026-06-01", DAYS));
        }

        @Test
        void firesOnTheTenthDayAndIsSilentOnTheEleventh() {
            fires(rule, facts("2026-03-11", DAYS));
            isSilent(rule, facts("2026-03-12", DAYS));
        }

        @Test
        void saysSoWhereItCannotKnow() {
            doesNotJudge("dated-before-the-account", rule, facts("2026-02-28", DAYS));
            doesNotJudge("dates-are-period-ends", rule, facts("2026-03-02", MONTHS));
        }

        private static FreshAccount.Facts facts(String paid, PeriodEnds dates) {
            return new FreshAccount.Facts(payment("D1", "T:1", "60", paid), "payee:t:1@1", day("2026-03-01"), dates);
        }
    }

    @Nested
    class AgainstABar {

        private final PaidAgainstBar rule = new PaidAgainstBar();

        @Test
        void firesWhereSomethingStoodAgainstIt() {
            fires(rule, new PaidAgainstBar.Facts(payment("D1", "T:1", "60", "2026-03-02"), "paid before the letter"));
        }

        @Test
        void isSilentWhereNothingDid() {
            isSilent(rule, new PaidAgainstBar.Facts(payment("D1", "T:1", "60", "2026-03-02"), null));
        }
    }

    @Test
    void datesAreThoseOfMonthsFromTwentyOnOfWhichNineInTenAre() {
        assertThat(new PeriodEnds(20, 18).byConstruction()).isTrue();
        assertThat(new PeriodEnds(20, 17).byConstruction()).isFalse();
        assertThat(new PeriodEnds(19, 19).byConstruction()).isFalse();
    }
}
