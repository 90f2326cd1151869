/** Funds over HTTP. */
@NullMarked
package org.specialfund.ledger.api.fund;

import org.jspecify.annotations.NullMarked;
