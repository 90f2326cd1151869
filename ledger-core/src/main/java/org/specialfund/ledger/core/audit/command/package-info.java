/** What can be asked of an audit and of its findings. */
@NullMarked
package org.specialfund.ledger.core.audit.command;

import org.jspecify.annotations.NullMarked;
