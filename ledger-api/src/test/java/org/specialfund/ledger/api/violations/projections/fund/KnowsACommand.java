package org.specialfund.ledger.api.violations.projections.fund;

import org.specialfund.ledger.core.fund.command.CloseFund;

/** A projection that knows a command. */
public record KnowsACommand(CloseFund command) {}
