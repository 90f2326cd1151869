/** What can be asked of a payee. */
@NullMarked
package org.specialfund.ledger.core.payee.command;

import org.jspecify.annotations.NullMarked;
