/** The HTTP edge: what every request and answer has in common, before and after a controller. */
@NullMarked
package org.specialfund.ledger.api.http;

import org.jspecify.annotations.NullMarked;
