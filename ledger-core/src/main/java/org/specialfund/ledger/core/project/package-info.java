/** Projects: applied for, reviewed, noticed, approved, and what allocations take of them (项目). */
@NullMarked
package org.specialfund.ledger.core.project;

import org.jspecify.annotations.NullMarked;
