/** The second check: balances recomputed by plain SQL over the events, compared with the tables that are shown. */
@NullMarked
package org.specialfund.ledger.projections.check;

import org.jspecify.annotations.NullMarked;
