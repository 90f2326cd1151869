package org.specialfund.ledger.core.redflag.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specialfund.ledger.core.redflag.rule.Judged.DAYS;
import static org.specialfund.ledger.core.redflag.rule.Judged.MONTHS;
import static org.specialfund.ledger.core.redflag.rule.Judged.day;
import static org.specialfund.ledger.core.redflag.rule.Judged.doesNotJudge;
import static org.specialfund.ledger.core.redflag.rule.Judged.fires;
import static org.specialfund.ledger.core.redflag.rule.Judged.isSilent;
import static org.specialfund.ledger.core.redflag.rule.Judged.payment;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.calendar.WorkingCalendar;

/** Rules that hold two records against each other: each fires, is silent, and is tried at its threshold. */
class RecordRulesTest {

    private static final List<String> ENTRIES = List.of("e@0", "e@1");

    @Nested
    class Overdue {

        private final OverdueRectification rule = new OverdueRectification();

        @Test
        void firesWhereTheDueDatePassed() {
            assertThat(fires(rule, facts("2026-07-01", "2026-07-11")).inputs()).containsEntry("days", "10");
        }

        @Test
        void isSilentOnTheDueDateAndFiresOnTheNextDay() {
            isSilent(rule, facts("2026-07-01", "2026-06-30"));
            isSilent(rule, facts("2026-07-01", "2026-07-01"));
            fires(rule, facts("2026-07-01", "2026-07-02"));
        }

        private OverdueRectification.Facts facts(String due, String noted) {
            return new OverdueRectification.Facts(ENTRIES, day(due), day(noted));
        }
    }

    @Nested
    class DayOff {

        private final NonWorkingDay rule = new NonWorkingDay();

        @Test
        void firesOnADayOff() {
            assertThat(fires(rule, facts("2026-10-01", false, DAYS)).inputs())
                    .containsEntry("effectiveDate", "2026-10-01");
        }

        @Test
        void isSilentOnAWorkingDayEvenAmongMonthEnds() {
            isSilent(rule, facts("2026-09-30", true, DAYS));
            isSilent(rule, facts("2026-09-30", true, MONTHS));
        }

        @Test
        void saysSoWhereItCannotKnow() {
            doesNotJudge("no-calendar", rule, facts("2031-10-01", null, DAYS));
            doesNotJudge("dates-are-period-ends", rule, facts("2026-05-31", false, MONTHS));
        }

        private NonWorkingDay.Facts facts(String day, Boolean working, PeriodEnds dates) {
            return new NonWorkingDay.Facts(payment("D1", "T:1", "10", day), working, dates);
        }
    }

    @Nested
    class OtherPayee {

        private final PayeeMismatch rule = new PayeeMismatch();

        @Test
        void firesWhereAnotherIsPaid() {
            assertThat(fires(rule, facts("T:2", 3, 1)).inputs())
                    .containsEntry("payee", "T:2")
                    .containsEntry("recipient", "T:1");
        }

        @Test
        void isSilentWhereTheRecipientIsPaid() {
            isSilent(rule, facts("T:1", 100, 90));
        }

        @Test
        void saysSoWhereMostOfManyPaymentsGoToOthers() {
            fires(rule, facts("T:2", 20, 10));
            doesNotJudge("paying-others-is-usual", rule, facts("T:2", 20, 11));
            fires(rule, facts("T:2", 19, 19));
        }

        private PayeeMismatch.Facts facts(String payee, long payments, long toOthers) {
            return new PayeeMismatch.Facts(payment("D1", payee, "10", "2026-03-02"), "T:1", payments, toOthers);
        }
    }

    @Nested
    class Slow {

        private final SlowPipeline rule = new SlowPipeline(Thresholds.USUAL);

        @Test
        void firesWhereMoneyCameLate() {
            assertThat(fires(rule, facts("2024-03-01", "2026-01-01")).thresholds())
                    .containsEntry("months", "12");
        }

        @Test
        void isSilentAfterTwelveMonthsAndFiresADayLater() {
            isSilent(rule, facts("2025-03-01", "2025-03-01"));
            isSilent(rule, facts("2025-03-01", "2026-03-01"));
            fires(rule, facts("2025-03-01", "2026-03-02"));
        }

        @Test
        void saysSoWhereItCannotKnow() {
            doesNotJudge("application-not-in-the-ledger", rule, facts(null, "2026-03-02"));
            doesNotJudge("allocated-before-the-application", rule, facts("2026-03-03", "2026-03-02"));
        }

        private SlowPipeline.Facts facts(String applied, String allocated) {
            return new SlowPipeline.Facts(ENTRIES, applied == null ? null : day(applied), day(allocated));
        }
    }

    @Nested
    class WithoutALimit {

        @Test
        void nothingIsUnderIt() {
            doesNotJudge(
                    "no-limit",
                    new JustUnderLimit(Thresholds.USUAL),
                    new JustUnderLimit.Facts(payment("D1", "T:1", "99", "2026-03-02"), null));
            doesNotJudge(
                    "no-limit",
                    new SplitPayments(Thresholds.USUAL),
                    new SplitPayments.Facts(List.of(payment("D1", "T:1", "99", "2026-03-02")), null, DAYS));
        }
    }

    @Nested
    class Days {

        private final WorkingCalendar calendar = new WorkingCalendar(List.of());

        @Test
        void areThoseOfTheCalendarWithItsWorkedWeekends() {
            // 1 to 7 October 2026 are off; Saturday, the 10th, is worked
            assertThat(between("2026-09-30", "2026-10-10")).isEqualTo(new WorkingDays(3, "calendar CN"));
        }

        @Test
        void areMondaysToFridaysWhereAYearIsUnknown() {
            assertThat(between("2014-09-30", "2014-10-07")).isEqualTo(new WorkingDays(5, "Mondays to Fridays"));
            assertThat(between("2026-12-25", "2027-01-04").countedBy()).isEqualTo("Mondays to Fridays");
            assertThat(between("2023-12-31", "2024-01-02")).isEqualTo(new WorkingDays(1, "calendar CN"));
        }

        @Test
        void areNoneWhereTheSecondDayIsNotLater() {
            assertThat(between("2026-03-02", "2026-03-02").count()).isZero();
            assertThat(between("2026-03-03", "2026-03-02").count()).isZero();
        }

        private WorkingDays between(String after, String upTo) {
            return WorkingDays.between(day(after), day(upTo), calendar);
        }
    }
}
