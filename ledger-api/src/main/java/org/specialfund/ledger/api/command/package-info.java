/** How every write over HTTP becomes a command, and its outcome an answer. */
@NullMarked
package org.specialfund.ledger.api.command;

import org.jspecify.annotations.NullMarked;
