/** What is recorded of a refused attempt. */
@NullMarked
package org.specialfund.ledger.core.refusal.event;

import org.jspecify.annotations.NullMarked;
