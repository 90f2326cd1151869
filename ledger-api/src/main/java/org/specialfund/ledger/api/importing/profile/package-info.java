/** Profiles: how the layout of a file becomes commands of the ledger. */
@NullMarked
package org.specialfund.ledger.api.importing.profile;

import org.jspecify.annotations.NullMarked;
