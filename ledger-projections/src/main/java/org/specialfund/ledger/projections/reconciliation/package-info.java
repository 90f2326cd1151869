/** Months beside their bank statements, and what was recorded later on a day of a signed month. */
@NullMarked
package org.specialfund.ledger.projections.reconciliation;

import org.jspecify.annotations.NullMarked;
