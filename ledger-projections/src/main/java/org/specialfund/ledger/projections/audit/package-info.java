/** Audits, their samples and evidence, their findings, and what is to be corrected by when. */
@NullMarked
package org.specialfund.ledger.projections.audit;

import org.jspecify.annotations.NullMarked;
