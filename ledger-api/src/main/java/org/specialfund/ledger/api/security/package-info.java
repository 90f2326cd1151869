/** Who may use the application: users, roles, sessions and tokens. */
@NullMarked
package org.specialfund.ledger.api.security;

import org.jspecify.annotations.NullMarked;
