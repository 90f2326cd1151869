package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.FundYearRefusals;
import org.specialfund.ledger.core.fundyear.YearFacts;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.fundyear.command.CloseYear;
import org.specialfund.ledger.core.fundyear.event.AllocationCarriedIn;
import org.specialfund.ledger.core.fundyear.event.AllocationOpened;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.YearClosed;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * Closing a year: refused while any of its money is neither spent, returned nor carried on the first day after it.
 * Costs as much as the year has allocations; it happens once a year.
 */
final class YearClosing {

    static final Handler<CloseYear> HANDLER = Handler.of(CloseYear.class, YearClosing::needs, YearClosing::close);

    private static final int LISTED = 100;

    private YearClosing() {}

    private static void needs(CloseYear c, Lookup lookup, Needs needs) {
        YearTerms.reads(needs, c.fundCode(), c.year())
                .changes(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year())))
                .decides(FundYear.key(c.fundCode(), c.year()));
        allocations(c, lookup).forEach(no -> needs.decides(Allocation.key(no)));
    }

    private static List<Step> close(CloseYear c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), LocalDate.of(c.year(), 1, 1));
        YearFacts year = terms.year();
        year.checkNotClosed();
        Guard.that(year.status() == YearFacts.Status.CLOSING, () -> Refusal.of(FundYearRefusals.YEAR_NOT_CLOSING)
                .with("year", c.year()));
        Guard.that(terms.today().isAfter(year.lastDay()), () -> Refusal.of(FundYearRefusals.YEAR_NOT_ENDED)
                .with("year", c.year())
                .with("lastDay", year.lastDay()));
        Map<String, BigDecimal> remaining = remaining(c, year.lastDay().plusDays(1), work);
        Guard.that(remaining.isEmpty(), () -> Refusal.of(FundYearRefusals.YEAR_NOT_CLEARED)
                .with("year", c.year())
                .with("count", remaining.size())
                .with(
                        "remaining",
                        remaining.entrySet().stream()
                                .limit(LISTED)
                                .map(left ->
                                        left.getKey() + " " + left.getValue().toPlainString())
                                .collect(Collectors.joining(", "))));
        return List.of(work.on(
                FundYear.key(c.fundCode(), c.year()),
                book -> List.of(new YearClosed(c.fundCode(), c.year(), c.documentRef(), c.documentSha256()))));
    }

    /** What is left by account on a day. */
    private static Map<String, BigDecimal> remaining(CloseYear c, LocalDate day, Work work) {
        Map<String, BigDecimal> remaining = new TreeMap<>();
        BigDecimal unallocated = work.ask(FundYear.key(c.fundCode(), c.year()), book -> book.unallocatedOn(day));
        if (unallocated.signum() > 0) {
            remaining.put("unallocated", unallocated);
        }
        for (String no : allocations(c, work.lookup())) {
            BigDecimal available = work.ask(Allocation.key(no), allocation -> allocation.availableOn(day));
            BigDecimal held = work.ask(Allocation.key(no), allocation -> allocation.heldOn(day));
            if (available.signum() > 0) {
                remaining.put("available " + no, available);
            }
            if (held.signum() > 0) {
                remaining.put("held " + no, held);
            }
        }
        return remaining;
    }

    private static Set<String> allocations(CloseYear c, Lookup lookup) {
        Set<String> allocations = new LinkedHashSet<>();
        lookup.all(FundYear.key(c.fundCode(), c.year())).forEach(event -> {
            if (event instanceof Committed e) {
                allocations.add(e.allocationNo());
            } else if (event instanceof AllocationCarriedIn e) {
                allocations.add(e.allocationNo());
            } else if (event instanceof AllocationOpened e) {
                allocations.add(e.allocationNo());
            }
        });
        return allocations;
    }
}
