/** Proposals: commands that wait for a second person (待复核事项). */
@NullMarked
package org.specialfund.ledger.core.proposal;

import org.jspecify.annotations.NullMarked;
