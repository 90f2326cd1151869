/** Allocations and virements over HTTP. */
@NullMarked
package org.specialfund.ledger.api.allocation;

import org.jspecify.annotations.NullMarked;
