/** What can be asked of a fund year. */
@NullMarked
package org.specialfund.ledger.core.fundyear.command;

import org.jspecify.annotations.NullMarked;
