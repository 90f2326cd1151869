/** Runs the projections within the application, and lets an administrator look after them. */
@NullMarked
package org.specialfund.ledger.api.projecting;

import org.jspecify.annotations.NullMarked;
