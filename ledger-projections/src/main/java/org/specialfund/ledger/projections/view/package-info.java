/** Views of supervision: figures read across the schemas of several projections, at a position that all have reached. */
@NullMarked
package org.specialfund.ledger.projections.view;

import org.jspecify.annotations.NullMarked;
