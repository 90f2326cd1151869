/** Which roles may call which endpoint: one table, asked before anything else of a request is looked at. */
@NullMarked
package org.specialfund.ledger.api.permission;

import org.jspecify.annotations.NullMarked;
