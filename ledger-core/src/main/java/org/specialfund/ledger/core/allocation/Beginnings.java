package org.specialfund.ledger.core.allocation;

import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.shared.Entry;

/** First events of allocations. */
final class Beginnings {

    private Beginnings() {}

    static AllocationIssued issued(IssueAllocation c, Entry entry, String currency) {
        return new AllocationIssued(
                c.allocationNo(),
                c.indicatorNo(),
                c.fundCode(),
                c.year(),
                c.recipient(),
                c.category(),
                c.planLine(),
                c.projectNo(),
                c.functionCode(),
                c.economicCode(),
                c.sourceLevel(),
                c.purpose(),
                c.origin(),
                entry.amount(),
                currency,
                entry.day(),
                entry.documentRef(),
                entry.documentSha256());
    }

    /** What another allocation carries into the next year. */
    static AllocationCarriedIn carriedIn(CarryOverAllocation c, AllocationBegun from, Entry entry) {
        return new AllocationCarriedIn(
                c.toAllocationNo(),
                from.allocationNo(),
                from.year(),
                from.indicatorNo(),
                from.fundCode(),
                from.year() + 1,
                from.recipient(),
                from.category(),
                null,
                from.projectNo(),
                from.functionCode(),
                from.economicCode(),
                from.sourceLevel(),
                from.purpose(),
                from.originYear(),
                entry.amount(),
                from.currency(),
                entry.day(),
                entry.documentRef(),
                entry.documentSha256());
    }
}
