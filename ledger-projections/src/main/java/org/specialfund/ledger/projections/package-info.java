/** The read side: events folded into PostgreSQL, and the queries on it. */
@NullMarked
package org.specialfund.ledger.projections;

import org.jspecify.annotations.NullMarked;
