/** Payments and recoveries over HTTP. */
@NullMarked
package org.specialfund.ledger.api.disbursement;

import org.jspecify.annotations.NullMarked;
