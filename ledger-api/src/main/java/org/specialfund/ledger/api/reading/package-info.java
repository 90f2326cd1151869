/** What every read over HTTP has in common: who may see what, as of when, known when. */
@NullMarked
package org.specialfund.ledger.api.reading;

import org.jspecify.annotations.NullMarked;
