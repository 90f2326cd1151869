/** Red flags (疑点): what a supervision rule found, a question and not guilt, and what became of it. */
@NullMarked
package org.specialfund.ledger.core.redflag;

import org.jspecify.annotations.NullMarked;
