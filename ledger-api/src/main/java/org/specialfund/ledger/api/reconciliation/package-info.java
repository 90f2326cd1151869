/** Reconciliations over HTTP: statements, lists, signatures. */
@NullMarked
package org.specialfund.ledger.api.reconciliation;

import org.jspecify.annotations.NullMarked;
