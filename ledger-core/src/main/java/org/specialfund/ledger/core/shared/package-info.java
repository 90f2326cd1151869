/** Words and value types that every feature speaks. */
@NullMarked
package org.specialfund.ledger.core.shared;

import org.jspecify.annotations.NullMarked;
