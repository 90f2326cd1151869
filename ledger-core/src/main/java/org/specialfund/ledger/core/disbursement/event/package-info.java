/** What happened to a disbursement. */
@NullMarked
package org.specialfund.ledger.core.disbursement.event;

import org.jspecify.annotations.NullMarked;
