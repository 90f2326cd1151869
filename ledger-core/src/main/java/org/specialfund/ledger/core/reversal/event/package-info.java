/** What is recorded of a reversal. */
@NullMarked
package org.specialfund.ledger.core.reversal.event;

import org.jspecify.annotations.NullMarked;
