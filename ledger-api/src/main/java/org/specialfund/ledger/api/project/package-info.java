/** Projects and the working calendar over HTTP. */
@NullMarked
package org.specialfund.ledger.api.project;

import org.jspecify.annotations.NullMarked;
