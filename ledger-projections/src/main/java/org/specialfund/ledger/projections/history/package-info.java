/** Who did what and when: every event with the people and the rules behind it. */
@NullMarked
package org.specialfund.ledger.projections.history;

import org.jspecify.annotations.NullMarked;
