/** What happened to a proposal. */
@NullMarked
package org.specialfund.ledger.core.proposal.event;

import org.jspecify.annotations.NullMarked;
