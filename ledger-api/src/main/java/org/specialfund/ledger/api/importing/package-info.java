/** Imports: a file is rehearsed, confirmed by a second person, and recorded in batches that can be taken up again. */
@NullMarked
package org.specialfund.ledger.api.importing;

import org.jspecify.annotations.NullMarked;
