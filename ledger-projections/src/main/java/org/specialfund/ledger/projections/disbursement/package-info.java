/** The register of disbursements and recoveries. */
@NullMarked
package org.specialfund.ledger.projections.disbursement;

import org.jspecify.annotations.NullMarked;
