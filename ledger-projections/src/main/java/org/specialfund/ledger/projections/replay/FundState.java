package org.specialfund.ledger.projections.replay;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fund.event.FundClosed;
import org.specialfund.ledger.core.fund.event.FundResumed;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.fund.event.FundSuspended;
import org.specialfund.ledger.core.fundyear.event.ClosingStarted;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.YearClosed;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** What a fund stands under: its rules, what stops it, where its years are. Not thread-safe. */
final class FundState {

    private int rulesVersion;
    private @Nullable LocalDate closedOn;
    private final Set<String> suspendedCauses = new TreeSet<>();
    private final Map<Integer, String> years = new TreeMap<>();

    /** Adds an event; those of one stream must come in order. */
    void add(LedgerEvent event) {
        if (event instanceof FundRulesSet e) {
            rulesVersion = e.version();
        } else if (event instanceof FundSuspended e) {
            suspendedCauses.add(e.cause());
        } else if (event instanceof FundResumed e) {
            suspendedCauses.remove(e.cause());
        } else if (event instanceof FundClosed e) {
            closedOn = e.effectiveDate();
        } else if (event instanceof FundYearOpened e) {
            years.put(e.year(), "open");
        } else if (event instanceof ClosingStarted e) {
            years.put(e.year(), "closing");
        } else if (event instanceof YearClosed e) {
            years.put(e.year(), "closed");
        }
    }

    Replayed.State view() {
        return new Replayed.State(rulesVersion, closedOn, suspendedCauses, years);
    }
}
