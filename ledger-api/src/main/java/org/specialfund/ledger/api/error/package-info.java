/** Problems: every answer that is not what was asked for, in English and Chinese, as RFC 9457 describes them. */
@NullMarked
package org.specialfund.ledger.api.error;

import org.jspecify.annotations.NullMarked;
