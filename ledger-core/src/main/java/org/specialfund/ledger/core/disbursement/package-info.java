/** Disbursements: payments, from request to settlement, and what comes back of them. */
@NullMarked
package org.specialfund.ledger.core.disbursement;

import org.jspecify.annotations.NullMarked;
