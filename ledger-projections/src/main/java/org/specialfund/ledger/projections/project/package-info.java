/** Projects with their steps, and what allocations took and paid of each. */
@NullMarked
package org.specialfund.ledger.projections.project;

import org.jspecify.annotations.NullMarked;
