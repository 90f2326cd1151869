/** Commands to projects. */
@NullMarked
package org.specialfund.ledger.core.project.command;

import org.jspecify.annotations.NullMarked;
