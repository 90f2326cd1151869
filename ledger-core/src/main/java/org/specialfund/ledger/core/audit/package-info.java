/** Audits: engagements from plan to close, their samples, evidence and findings (审计). */
@NullMarked
package org.specialfund.ledger.core.audit;

import org.jspecify.annotations.NullMarked;
