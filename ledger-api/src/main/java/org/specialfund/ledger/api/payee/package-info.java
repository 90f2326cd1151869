/** Payees over HTTP. */
@NullMarked
package org.specialfund.ledger.api.payee;

import org.jspecify.annotations.NullMarked;
