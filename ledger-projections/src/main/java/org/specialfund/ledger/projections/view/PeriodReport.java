package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fund year's figures of a period, and from the year's first day to the period's last. Amounts with the digits of the
 * currency; below zero where a period took back more than it gave.
 *
 * @param appropriated authorised, before adjustments
 * @param adjusted increased less reduced, reversals included
 * @param carriedIn from the year before, with openings and what came back late of other years
 * @param allocated change of available + held + paid
 * @param paid payments, without those reversed: net paid + returned + recovered
 * @param returned bounced by the bank or refunded by the payee, by the day on which it came back
 * @param recovered demanded back and received
 * @param netPaid change of Paid: paid − returned − recovered
 * @param reported by recipients as spent
 */
public record PeriodReport(
        Line appropriated,
        Line adjusted,
        Line carriedIn,
        Line allocated,
        Line paid,
        Line returned,
        Line recovered,
        Line netPaid,
        Line reported) {

    /** One figure: of the period, and of the year up to its end. */
    public record Line(BigDecimal period, BigDecimal cumulative) {

        Line plus(Line other) {
            return new Line(period.add(other.period), cumulative.add(other.cumulative));
        }

        Line minus(Line other) {
            return new Line(period.subtract(other.period), cumulative.subtract(other.cumulative));
        }

        Line negate() {
            return new Line(period.negate(), cumulative.negate());
        }
    }

    /** A line with its name, as in domain.md. */
    public record Named(String figure, Line line) {}

    /** All lines in order. */
    public List<Named> lines() {
        return List.of(
                new Named("appropriated", appropriated),
                new Named("adjusted", adjusted),
                new Named("carriedIn", carriedIn),
                new Named("allocated", allocated),
                new Named("paid", paid),
                new Named("returned", returned),
                new Named("recovered", recovered),
                new Named("netPaid", netPaid),
                new Named("reported", reported));
    }

    /**
     * Execution rate (拨付率) of the year up to the period's end: net paid ÷ (appropriated ± adjusted + carried in); null,
     * "n/a", at zero.
     */
    public @Nullable BigDecimal executionRate() {
        return Rates.of(
                netPaid.cumulative(),
                appropriated.cumulative().add(adjusted.cumulative()).add(carriedIn.cumulative()));
    }

    /** Spending rate (支出率) of the year up to the period's end: reported ÷ net paid; null, "n/a", at zero. */
    public @Nullable BigDecimal spendingRate() {
        return Rates.of(reported.cumulative(), netPaid.cumulative());
    }
}
