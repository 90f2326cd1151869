/** The whole application in a process of its own, killed while it works. */
@NullMarked
package org.specialfund.ledger.api.durability;

import org.jspecify.annotations.NullMarked;
