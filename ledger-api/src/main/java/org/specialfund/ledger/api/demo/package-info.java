/** The demonstration's fund: small, synthetic, and labelled as such. */
@NullMarked
package org.specialfund.ledger.api.demo;

import org.jspecify.annotations.NullMarked;
