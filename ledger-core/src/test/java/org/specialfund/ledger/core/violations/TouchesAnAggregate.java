package org.specialfund.ledger.core.violations;

import org.specialfund.ledger.core.allocation.Allocation;

/** Touches an aggregate. */
record TouchesAnAggregate(Allocation allocation) {}
