/** Runs the projections beside the event store, and makes their queries ready for use. */
@NullMarked
package org.specialfund.ledger.api.projecting;

import org.jspecify.annotations.NullMarked;
