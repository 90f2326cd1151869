/** Fund years over HTTP. */
@NullMarked
package org.specialfund.ledger.api.fundyear;

import org.jspecify.annotations.NullMarked;
