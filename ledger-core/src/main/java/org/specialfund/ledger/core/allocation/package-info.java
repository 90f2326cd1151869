/** Allocations: money of one fund year assigned to one recipient. */
@NullMarked
package org.specialfund.ledger.core.allocation;

import org.jspecify.annotations.NullMarked;
