/** Proposals that wait for a second person, and what became of the others. */
@NullMarked
package org.specialfund.ledger.projections.proposal;

import org.jspecify.annotations.NullMarked;
