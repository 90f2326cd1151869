/** The ledger's domain, ready to be registered with Axon. */
@NullMarked
package org.specialfund.ledger.core;

import org.jspecify.annotations.NullMarked;
