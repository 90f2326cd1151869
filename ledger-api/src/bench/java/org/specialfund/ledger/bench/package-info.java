/** The ledger beside what people would use instead, in one run; see docs/benchmarks.md. */
@NullMarked
package org.specialfund.ledger.bench;

import org.jspecify.annotations.NullMarked;
