package org.specialfund.ledger.api.importing.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.RowKind;

/** What the ledger already holds. */
public interface Known {

    /** Whether what a reference names exists, whatever the case of its letters. */
    boolean exists(RowKind kind, String reference);

    /** The name under which a fund or payee stands; null where it does not exist or has none. */
    @Nullable
    String nameOf(RowKind kind, String code);

    /** What earlier imports have appropriated, to its fund year, for an allocation that was then refused; else zero. */
    BigDecimal appropriated(PlannedRow allocation);
}
