package org.specialfund.ledger.api.violations.projections.balance;

import org.specialfund.ledger.api.violations.projections.fund.KnowsACommand;

/** A projection that knows another. */
record KnowsAnotherProjection(KnowsACommand other) {}
