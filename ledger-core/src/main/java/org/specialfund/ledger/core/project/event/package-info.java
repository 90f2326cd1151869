/** What can happen to a project. */
@NullMarked
package org.specialfund.ledger.core.project.event;

import org.jspecify.annotations.NullMarked;
