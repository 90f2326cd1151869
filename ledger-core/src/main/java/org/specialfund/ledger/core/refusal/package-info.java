/** Refused attempts, recorded. */
@NullMarked
package org.specialfund.ledger.core.refusal;

import org.jspecify.annotations.NullMarked;
