/** The frame around projections: feeds them in order, keeps their position, rebuilds them, and says how they are. */
@NullMarked
package org.specialfund.ledger.projections.processing;

import org.jspecify.annotations.NullMarked;
