/** Refused attempts: who tried what, and why not. */
@NullMarked
package org.specialfund.ledger.projections.refusal;

import org.jspecify.annotations.NullMarked;
