/** The balances of a fund from its events alone, to compare with what the projections say. */
@NullMarked
package org.specialfund.ledger.projections.replay;

import org.jspecify.annotations.NullMarked;
