/** The log of what inspectors and auditors read. */
@NullMarked
package org.specialfund.ledger.api.readlog;

import org.jspecify.annotations.NullMarked;
