/** What happened to an invoice. */
@NullMarked
package org.specialfund.ledger.core.invoice.event;

import org.jspecify.annotations.NullMarked;
