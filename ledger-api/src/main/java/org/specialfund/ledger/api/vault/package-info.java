/** Bank account numbers and names of people, encrypted: the only place that holds them. */
@NullMarked
package org.specialfund.ledger.api.vault;

import org.jspecify.annotations.NullMarked;
