/** What happened to a fund year. */
@NullMarked
package org.specialfund.ledger.core.fundyear.event;

import org.jspecify.annotations.NullMarked;
