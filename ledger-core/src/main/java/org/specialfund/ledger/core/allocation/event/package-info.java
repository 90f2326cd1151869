/** What happened to an allocation. */
@NullMarked
package org.specialfund.ledger.core.allocation.event;

import org.jspecify.annotations.NullMarked;
