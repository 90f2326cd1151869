/** What follows by itself in an audit. */
@NullMarked
package org.specialfund.ledger.core.audit.process;

import org.jspecify.annotations.NullMarked;
