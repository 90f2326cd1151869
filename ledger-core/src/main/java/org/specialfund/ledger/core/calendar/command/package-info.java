/** Commands that extend a calendar. */
@NullMarked
package org.specialfund.ledger.core.calendar.command;

import org.jspecify.annotations.NullMarked;
