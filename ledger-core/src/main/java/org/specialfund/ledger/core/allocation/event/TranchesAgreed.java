package org.specialfund.ledger.core.allocation.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The parts and conditions of the allocation were agreed, or agreed anew.
 *
 * @param agreedBy opaque person id: another person must confirm a condition
 */
@EventType("allocation.tranches-agreed")
public record TranchesAgreed(
        String allocationNo,
        List<Tranche> tranches,
        String agreedBy,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent {}
