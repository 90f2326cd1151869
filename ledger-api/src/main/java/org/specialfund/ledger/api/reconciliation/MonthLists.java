package org.specialfund.ledger.api.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.reconciliation.BankItem;
import org.specialfund.ledger.core.reconciliation.BankItems;
import org.specialfund.ledger.core.reconciliation.Matching;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.reconciliation.ExplanationView;
import org.specialfund.ledger.projections.reconciliation.MonthView;
import org.specialfund.ledger.projections.reconciliation.Reconciliations;
import org.specialfund.ledger.projections.reconciliation.RefusedPayment;
import org.springframework.stereotype.Component;

/**
 * Makes the three lists of a month by the rules of the domain, from the events: now while it is open, as of the second
 * signature once it is locked. Costs as much as the month has movements. Thread-safe.
 */
@Component
class MonthLists {

    /** A month and its lists. */
    record Lists(MonthView month, Matching matching, Map<String, ExplanationView> explanations) {

        /** What the ledger moved in the month. */
        BigDecimal ledgerMovements() {
            return Amounts.signed(matching.matchedAmount().add(matching.ledgerOnlyAmount()), month.currency());
        }

        /** What both sides come to when each takes over what only the other knows. */
        BigDecimal adjustedBalance() {
            return month.closingBalance().add(matching.ledgerOnlyAmount());
        }
    }

    private final Reconciliations months;
    private final BankEntries entries;
    private final EventTable events;

    MonthLists(Reconciliations months, BankEntries entries, EventTable events) {
        this.months = months;
        this.entries = entries;
        this.events = events;
    }

    Lists of(MonthView month) {
        YearMonth days = YearMonth.parse(month.month());
        long upTo = month.lockedPosition() == null ? BankEntries.ALL : month.lockedPosition();
        List<BankItem> items =
                BankItems.of(entries.dated(month.fundCode(), days.atDay(1), days.atEndOfMonth(), upTo), this::stream);
        return new Lists(
                month,
                Matching.of(months.lines(month.fundCode(), month.month()), items),
                months.explanations(month.fundCode(), month.month()));
    }

    /** Refused attempts that may be why only the bank knows of these lines. */
    List<RefusedPayment> refused(MonthView month, List<StatementLine> bankOnly) {
        YearMonth days = YearMonth.parse(month.month());
        LocalDate from = days.atDay(1);
        return bankOnly.isEmpty()
                ? List.of()
                : months.refused(
                        month.fundCode(),
                        bankOnly.stream()
                                .filter(line -> line.bankReference() != null)
                                .map(line -> String.valueOf(line.bankReference()))
                                .toList(),
                        bankOnly.stream().map(line -> line.amount().abs()).toList(),
                        from,
                        days.atEndOfMonth());
    }

    private List<LedgerEvent> stream(String id) {
        List<LedgerEvent> found = new ArrayList<>();
        events.streams(List.of(id), Long.MAX_VALUE, recorded -> found.add(recorded.event()));
        return found;
    }
}
