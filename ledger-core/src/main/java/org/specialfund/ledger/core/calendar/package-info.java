/** Working days, by data that is published year by year (工作日历). */
@NullMarked
package org.specialfund.ledger.core.calendar;

import org.jspecify.annotations.NullMarked;
