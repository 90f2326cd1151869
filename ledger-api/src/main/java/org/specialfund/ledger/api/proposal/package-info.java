/** Proposals over HTTP. */
@NullMarked
package org.specialfund.ledger.api.proposal;

import org.jspecify.annotations.NullMarked;
