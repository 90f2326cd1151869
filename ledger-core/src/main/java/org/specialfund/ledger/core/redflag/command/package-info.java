/** What can be asked of a red flag. */
@NullMarked
package org.specialfund.ledger.core.redflag.command;

import org.jspecify.annotations.NullMarked;
