/** What can be asked of a reversal. */
@NullMarked
package org.specialfund.ledger.core.reversal.command;

import org.jspecify.annotations.NullMarked;
