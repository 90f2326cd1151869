/** Views of supervision over HTTP. */
@NullMarked
package org.specialfund.ledger.api.supervision;

import org.jspecify.annotations.NullMarked;
