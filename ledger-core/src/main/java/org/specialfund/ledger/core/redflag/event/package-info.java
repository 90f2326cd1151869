/** What happened to a red flag. */
@NullMarked
package org.specialfund.ledger.core.redflag.event;

import org.jspecify.annotations.NullMarked;
