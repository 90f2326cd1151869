/** The one definition of bookkeeping: accounts, postings, and the movements between them. */
@NullMarked
package org.specialfund.ledger.core.posting;

import org.jspecify.annotations.NullMarked;
