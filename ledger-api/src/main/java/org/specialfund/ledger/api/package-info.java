/** The application: HTTP, security, import, export and wiring. */
@NullMarked
package org.specialfund.ledger.api;

import org.jspecify.annotations.NullMarked;
