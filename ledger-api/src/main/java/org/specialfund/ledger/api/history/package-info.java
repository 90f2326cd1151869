/** The events and the refused attempts over HTTP. */
@NullMarked
package org.specialfund.ledger.api.history;

import org.jspecify.annotations.NullMarked;
