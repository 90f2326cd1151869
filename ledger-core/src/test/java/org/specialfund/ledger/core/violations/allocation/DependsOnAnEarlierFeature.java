package org.specialfund.ledger.core.violations.allocation;

import java.util.List;
import org.specialfund.ledger.core.violations.fund.DependsOnALaterFeature;

/** As it should be, but for what it depends on. */
public record DependsOnAnEarlierFeature(List<DependsOnALaterFeature> earlier, DependsOnALaterFeature one) {}
