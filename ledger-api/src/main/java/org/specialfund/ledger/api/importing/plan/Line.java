package org.specialfund.ledger.api.importing.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one line of the file means.
 *
 * @param problems why it cannot be taken; empty where it can
 * @param skipped whether it was left out: blank, or by a rule of the profile
 * @param establish what it rests on: funds, years, payees
 * @param appropriation what its allocation is appropriated under, without an amount; null where there is none
 * @param control the number under the control column, in the file's own unit; null where it is blank
 */
public record Line(
        long number,
        List<Problem> problems,
        boolean skipped,
        List<PlannedRow> establish,
        @Nullable SortedMap<String, String> appropriation,
        @Nullable PlannedRow allocation,
        List<PlannedRow> payments,
        @Nullable BigDecimal control) {

    /**
     * One problem of a line.
     *
     * @param field where in the profile: {@code allocation.amount}; empty for the line as a whole
     * @param code stable, kebab-case
     */
    public record Problem(String field, String code) {}

    /** Whether it can be taken and was not left out. */
    public boolean isGood() {
        return problems.isEmpty() && !skipped;
    }

    static Line skipped(long number) {
        return new Line(number, List.of(), true, List.of(), null, null, List.of(), null);
    }

    static Line malformed(long number, List<Problem> problems) {
        return new Line(number, List.copyOf(problems), false, List.of(), null, null, List.of(), null);
    }
}
