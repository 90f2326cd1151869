/** What can be asked of a fund. */
@NullMarked
package org.specialfund.ledger.core.fund.command;

import org.jspecify.annotations.NullMarked;
