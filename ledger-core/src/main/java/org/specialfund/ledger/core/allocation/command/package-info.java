/** What can be asked of an allocation. */
@NullMarked
package org.specialfund.ledger.core.allocation.command;

import org.jspecify.annotations.NullMarked;
