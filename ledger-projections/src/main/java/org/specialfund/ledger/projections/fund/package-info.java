/** Funds, their rules, their years and plans. */
@NullMarked
package org.specialfund.ledger.projections.fund;

import org.jspecify.annotations.NullMarked;
