/** What can happen to a calendar. */
@NullMarked
package org.specialfund.ledger.core.calendar.event;

import org.jspecify.annotations.NullMarked;
