/** The write side on PostgreSQL: events, snapshots, gates, the command log, and the one entry for commands. */
@NullMarked
package org.specialfund.ledger.api.store;

import org.jspecify.annotations.NullMarked;
