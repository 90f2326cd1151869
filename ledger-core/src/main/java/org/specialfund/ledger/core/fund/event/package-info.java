/** What happened to a fund. */
@NullMarked
package org.specialfund.ledger.core.fund.event;

import org.jspecify.annotations.NullMarked;
