/** The check of all balances by plain SQL: nightly, and when somebody asks. */
@NullMarked
package org.specialfund.ledger.api.checking;

import org.jspecify.annotations.NullMarked;
