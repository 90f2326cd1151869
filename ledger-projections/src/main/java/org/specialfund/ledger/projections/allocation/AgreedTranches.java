package org.specialfund.ledger.projections.allocation;

import java.util.List;

/**
 * The conditional parts of an allocation, in order.
 *
 * @param version how often they were agreed; 0 for never
 */
public record AgreedTranches(int version, List<AllocationView.TrancheView> tranches) {

    /** Copies the tranches. */
    public AgreedTranches {
        tranches = List.copyOf(tranches);
    }
}
