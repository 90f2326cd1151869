package org.specialfund.ledger.api.importing.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.specialfund.ledger.api.importing.profile.RowKind;

/** What a ledger holds, in tests: nothing but what they put there. */
final class EmptyLedger implements Known {

    final Map<String, String> names = new HashMap<>();
    final Set<String> allocations = new HashSet<>();

    @Override
    public boolean exists(RowKind kind, String reference) {
        return kind == RowKind.ALLOCATION
                ? allocations.contains(reference)
                : names.containsKey(reference.toLowerCase(Locale.ROOT));
    }

    @Override
    public BigDecimal appropriated(PlannedRow allocation) {
        return BigDecimal.ZERO;
    }

    @Override
    public String nameOf(RowKind kind, String code) {
        return names.get(code.toLowerCase(Locale.ROOT));
    }
}
