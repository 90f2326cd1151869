/** Payees: who may be paid, to which accounts, with which qualifications. */
@NullMarked
package org.specialfund.ledger.projections.payee;

import org.jspecify.annotations.NullMarked;
