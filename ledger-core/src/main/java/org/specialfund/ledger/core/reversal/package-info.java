/** Reversals: an entry taken back, whole, once (冲正). */
@NullMarked
package org.specialfund.ledger.core.reversal;

import org.jspecify.annotations.NullMarked;
