package org.specialfund.ledger.core.allocation.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** A tranche's condition was confirmed as met. */
@EventType("allocation.tranche-condition-confirmed")
public record TrancheConditionConfirmed(
        String allocationNo,
        int tranche,
        String documentRef,
        @Nullable String documentSha256) implements AllocationEvent {}
