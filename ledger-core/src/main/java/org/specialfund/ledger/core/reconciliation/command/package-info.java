/** Commands to a reconciliation. */
@NullMarked
package org.specialfund.ledger.core.reconciliation.command;

import org.jspecify.annotations.NullMarked;
