package org.specialfund.ledger.api.importing.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes derived for one import. Immutable. */
public final class Codes {

    private final Map<String, Map<String, DerivedCode>> byRuleAndName = new HashMap<>();

    /** Takes the codes of all rules. */
    public Codes(Collection<DerivedCode> codes) {
        codes.forEach(code -> byRuleAndName
                .computeIfAbsent(code.rule(), rule -> new HashMap<>())
                .put(code.name(), code));
    }

    /** The code of a name; throws {@link IllegalStateException} where none was derived: the file has changed. */
    String of(String rule, String name) {
        DerivedCode code = byRuleAndName.getOrDefault(rule, Map.of()).get(name);
        if (code == null) {
            throw new IllegalStateException("no code was derived for a name under codes." + rule);
        }
        return code.code();
    }

    /** All codes, by rule and name. */
    public List<DerivedCode> all() {
        return byRuleAndName.values().stream()
                .flatMap(names -> names.values().stream())
                .sorted(Comparator.comparing(DerivedCode::rule).thenComparing(DerivedCode::name))
                .toList();
    }
}
