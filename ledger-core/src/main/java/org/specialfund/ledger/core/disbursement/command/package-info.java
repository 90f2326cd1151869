/** What can be asked of a disbursement. */
@NullMarked
package org.specialfund.ledger.core.disbursement.command;

import org.jspecify.annotations.NullMarked;
