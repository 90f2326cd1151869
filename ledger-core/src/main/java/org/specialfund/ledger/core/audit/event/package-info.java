/** What happened to an audit and to its findings. */
@NullMarked
package org.specialfund.ledger.core.audit.event;

import org.jspecify.annotations.NullMarked;
