package org.specialfund.ledger.api.violations;

import org.specialfund.ledger.core.allocation.Allocation;

/** Touches an aggregate. */
record TouchesAnAggregate(Allocation allocation) {}
