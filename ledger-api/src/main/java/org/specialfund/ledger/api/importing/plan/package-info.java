/** From a file and a profile to commands: which rows, in which order, with which identity. Nothing is recorded here. */
@NullMarked
package org.specialfund.ledger.api.importing.plan;

import org.jspecify.annotations.NullMarked;
