/** Fund years: the book of one fund for one fiscal year. */
@NullMarked
package org.specialfund.ledger.core.fundyear;

import org.jspecify.annotations.NullMarked;
