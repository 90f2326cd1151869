package org.specialfund.ledger.core.violations;

import java.time.Clock;

/** Holds a clock outside the root package. */
record HoldsAClock(Clock clock) {}
