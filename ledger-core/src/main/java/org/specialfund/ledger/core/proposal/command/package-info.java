/** What can be asked of a proposal. */
@NullMarked
package org.specialfund.ledger.core.proposal.command;

import org.jspecify.annotations.NullMarked;
