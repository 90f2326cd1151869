/**
 * Red flags, and the facts that supervision rules judge. The facts are read across the schemas of all projections, at
 * positions that all of them have reached.
 */
@NullMarked
package org.specialfund.ledger.projections.supervision;

import org.jspecify.annotations.NullMarked;
