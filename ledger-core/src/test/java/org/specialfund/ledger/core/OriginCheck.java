package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.BudgetIncreased;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.CarryOverReceived;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.LateReturnReceived;
import org.specialfund.ledger.core.fundyear.event.LateReturnReversed;
import org.specialfund.ledger.core.fundyear.event.OpeningRecorded;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.core.fundyear.event.YearCarriedOver;
import org.specialfund.ledger.core.fundyear.event.YearEntryReversed;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.DayBalances;

/**
 * What must hold of the years whose budget unallocated money came from: on every day they add up to the account, none
 * is overdrawn, and the aggregate says the same. Written apart from the aggregate, from the amounts in the events.
 */
final class OriginCheck {

    private record Book(String fund, int year) {}

    private final Map<Book, TreeMap<Integer, DayBalances>> origins = new HashMap<>();

    void see(LedgerEvent event) {
        if (event instanceof BudgetAppropriated e) {
            add(e, e.year(), e.amount());
        } else if (event instanceof BudgetIncreased e) {
            add(e, e.year(), e.amount());
        } else if (event instanceof OpeningRecorded e) {
            add(e, e.year(), e.amount());
        } else if (event instanceof BudgetReduced e) {
            add(e, e.year(), e.amount().negate());
        } else if (event instanceof Committed e) {
            add(e, e.originYear(), e.amount().negate());
        } else if (event instanceof Released e) {
            add(e, e.originYear(), e.amount());
        } else if (event instanceof YearReclaimed e) {
            add(e, e.originYear(), e.amount().negate());
        } else if (event instanceof YearCarriedOver e) {
            add(e, e.originYear(), e.amount().negate());
        } else if (event instanceof CarryOverReceived e) {
            add(e, e.originYear(), e.amount());
        } else if (event instanceof LateReturnReceived e) {
            add(e, e.fromYear(), e.amount());
        } else if (event instanceof LateReturnReversed e) {
            add(e, e.fromYear(), e.amount().negate());
        } else if (event instanceof YearEntryReversed e) {
            boolean gains = e.movement().equals("reduction") || e.movement().equals("reclaim");
            add(e, e.originYear(), gains ? e.amount() : e.amount().negate());
        }
    }

    void check(Account account, DayBalances unallocated, TestLedger ledger) {
        TreeMap<LocalDate, BigDecimal> difference = new TreeMap<>(unallocated.changes());
        TreeMap<Integer, BigDecimal> totals = new TreeMap<>();
        origins.getOrDefault(new Book(account.fund(), account.year()), new TreeMap<>())
                .forEach((origin, days) -> {
                    BigDecimal running = BigDecimal.ZERO;
                    for (Map.Entry<LocalDate, BigDecimal> day : days.changes().entrySet()) {
                        difference.merge(day.getKey(), day.getValue().negate(), BigDecimal::add);
                        running = running.add(day.getValue());
                        assertThat(running.signum())
                                .as("%s of %s on %s is %s", account.name(), origin, day.getKey(), running)
                                .isNotNegative();
                    }
                    if (running.signum() != 0) {
                        totals.put(origin, running);
                    }
                });
        assertThat(difference.values()).as("%s by origin", account.name()).allMatch(change -> change.signum() == 0);
        Map<Integer, BigDecimal> state = ledger.ask(
                FundYear.key(account.fund(), account.year()), year -> year.unallocatedByOriginOn(LocalDate.MAX));
        assertThat(state).as("%s by origin", account.name()).isEqualTo(totals);
    }

    private <E extends FundYearEvent & MoneyEvent> void add(E event, int origin, BigDecimal change) {
        origins.computeIfAbsent(new Book(event.fundCode(), event.year()), b -> new TreeMap<>())
                .computeIfAbsent(origin, o -> new DayBalances())
                .add(event.effectiveDate(), change);
    }
}
