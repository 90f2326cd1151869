/** What happened to a reconciliation. */
@NullMarked
package org.specialfund.ledger.core.reconciliation.event;

import org.jspecify.annotations.NullMarked;
