package org.specialfund.ledger.api.store;

import org.specialfund.ledger.core.decision.Outcome;

/**
 * What a command is answered.
 *
 * @param position the greatest position of what was recorded, a refusal's own event included; 0 where nothing was
 * @param repeated whether this is the answer of an earlier command of the same id
 */
public record Answer(Outcome outcome, long position, boolean repeated) {}
