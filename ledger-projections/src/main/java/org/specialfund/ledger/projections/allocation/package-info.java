/** The list of allocations with what they hold. */
@NullMarked
package org.specialfund.ledger.projections.allocation;

import org.jspecify.annotations.NullMarked;
