/** Exports: the journal for other accounting programs, balances and postings as tables. */
@NullMarked
package org.specialfund.ledger.api.exporting;

import org.jspecify.annotations.NullMarked;
