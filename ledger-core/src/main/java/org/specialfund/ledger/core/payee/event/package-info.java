/** What happened to a payee. */
@NullMarked
package org.specialfund.ledger.core.payee.event;

import org.jspecify.annotations.NullMarked;
