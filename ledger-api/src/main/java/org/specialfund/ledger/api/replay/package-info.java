/** What inspectors ask of the past over HTTP: replay, restatement, explanation of a balance, trail of a payment. */
@NullMarked
package org.specialfund.ledger.api.replay;

import org.jspecify.annotations.NullMarked;
