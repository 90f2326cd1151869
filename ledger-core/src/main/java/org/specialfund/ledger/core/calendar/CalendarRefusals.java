package org.specialfund.ledger.core.calendar;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a calendar refuses. */
public final class CalendarRefusals {

    public static final RefusalCode CALENDAR_YEAR_MISSING = new RefusalCode(
            "calendar-year-missing",
            Stage.RULE,
            "The working days of {year} are not known; an administrator adds them when they are published.",
            "工作日历中没有 {year} 年的数据，请管理员在公布后录入。");

    private CalendarRefusals() {}
}
