/** Runs the supervision rules, and shows and dismisses what they raised. */
@NullMarked
package org.specialfund.ledger.api.redflag;

import org.jspecify.annotations.NullMarked;
