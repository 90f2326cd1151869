package org.specialfund.ledger.core.violations.fund;

import org.specialfund.ledger.core.violations.allocation.DependsOnAnEarlierFeature;

/** Depends on a feature that comes later, and so forms a cycle with it. */
public record DependsOnALaterFeature(DependsOnAnEarlierFeature later) {}
