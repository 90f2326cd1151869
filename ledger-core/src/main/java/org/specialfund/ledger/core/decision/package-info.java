/** How a command is decided: who may, what it needs, what it is refused for, what it records. */
@NullMarked
package org.specialfund.ledger.core.decision;

import org.jspecify.annotations.NullMarked;
