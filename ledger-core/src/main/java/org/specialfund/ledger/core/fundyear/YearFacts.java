package org.specialfund.ledger.core.fundyear;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.fundyear.event.ClosingStarted;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.YearClosed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** The facts about a fund year that other aggregates' commands depend on: the year's gate. */
public record YearFacts(String fundCode, int year, LocalDate firstDay, LocalDate lastDay, Status status) {

    /** Where the year stands. */
    public enum Status {
        OPEN,
        CLOSING,
        CLOSED
    }

    /** The gate of a fund year, keyed by {@link #key}. */
    public static final GateType<YearFacts> GATE =
            new GateType<>("fund-year", YearFacts.class, YearFacts::keyOf, YearFacts::after);

    /** The key of a fund year, as gate and as aggregate. */
    public static String key(String fundCode, int year) {
        return fundCode + "/" + year;
    }

    /** Refuses a year that takes nothing new, and a day outside the year. */
    public void checkTakesNew(LocalDate day) {
        checkNotClosing();
        checkTakesEntry(day);
    }

    /** Refuses a year that takes nothing new. */
    public void checkNotClosing() {
        Guard.that(status != Status.CLOSING, () -> Refusal.of(FundYearRefusals.YEAR_CLOSING)
                .with("year", year));
    }

    /** Refuses a closed year, and a day outside the year. */
    public void checkTakesEntry(LocalDate day) {
        checkNotClosed();
        Guard.that(!day.isBefore(firstDay) && !day.isAfter(lastDay), () -> Refusal.of(CommonRefusals.DATE_OUTSIDE_YEAR)
                .with("effectiveDate", day)
                .with("firstDay", firstDay)
                .with("lastDay", lastDay));
    }

    /** Refuses a closed year. */
    public void checkNotClosed() {
        Guard.that(status != Status.CLOSED, () -> Refusal.of(FundYearRefusals.YEAR_CLOSED)
                .with("year", year));
    }

    /** Refuses to give an ended year money that it could spend: the date decides, not the state. */
    public void checkMayGain(LocalDate day) {
        Guard.that(!day.isAfter(lastDay), () -> Refusal.of(CommonRefusals.ENDED_YEAR_GAINS)
                .with("lastDay", lastDay));
    }

    private static @Nullable String keyOf(LedgerEvent event) {
        return event instanceof FundYearOpened || event instanceof ClosingStarted || event instanceof YearClosed
                ? key(((FundYearEvent) event).fundCode(), ((FundYearEvent) event).year())
                : null;
    }

    private static YearFacts after(@Nullable YearFacts before, LedgerEvent event) {
        if (event instanceof FundYearOpened e) {
            return new YearFacts(e.fundCode(), e.year(), e.firstDay(), e.lastDay(), Status.OPEN);
        }
        if (before == null) {
            throw new IllegalStateException("a fund year's first event must be its opening, not " + event);
        }
        Status status = event instanceof YearClosed ? Status.CLOSED : Status.CLOSING;
        return new YearFacts(before.fundCode, before.year, before.firstDay, before.lastDay, status);
    }
}
