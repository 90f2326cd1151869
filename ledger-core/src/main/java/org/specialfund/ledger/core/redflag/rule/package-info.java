/** The supervision rules: each judges the facts of one subject and nothing else. */
@NullMarked
package org.specialfund.ledger.core.redflag.rule;

import org.jspecify.annotations.NullMarked;
