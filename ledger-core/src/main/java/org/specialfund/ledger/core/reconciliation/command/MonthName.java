package org.specialfund.ledger.core.reconciliation.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Form;

/** The form of what names a month's reconciliation. */
final class MonthName {

    private static final Pattern MONTH = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])");

    private MonthName() {}

    static Form check(Form form, @Nullable String fundCode, int year, @Nullable String month) {
        return form.code("fundCode", fundCode)
                .year("year", year)
                .that(month != null && MONTH.matcher(month).matches(), "month", "invalid-month");
    }
}
