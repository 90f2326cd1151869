/** Audits over HTTP: engagements, samples, evidence, findings and their rectification. */
@NullMarked
package org.specialfund.ledger.api.audit;

import org.jspecify.annotations.NullMarked;
