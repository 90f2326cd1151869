/** Reversals over HTTP. */
@NullMarked
package org.specialfund.ledger.api.reversal;

import org.jspecify.annotations.NullMarked;
