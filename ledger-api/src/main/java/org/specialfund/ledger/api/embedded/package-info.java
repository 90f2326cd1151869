/** A real PostgreSQL that starts and ends with the application, for one machine with nothing else set up. */
@NullMarked
package org.specialfund.ledger.api.embedded;

import org.jspecify.annotations.NullMarked;
