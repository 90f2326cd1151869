package org.specialfund.ledger.core.decision;

import java.util.List;
import java.util.Optional;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Finds what {@link Lookup#paid} answers, where events have positions. Thread-safe. */
@FunctionalInterface
public interface PaidEvents {

    /** See {@link Lookup#paid}. */
    Optional<List<MoneyEvent>> upTo(String fundCode, int year, long position);
}
