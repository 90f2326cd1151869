package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;

/**
 * What a rule found. Immutable.
 *
 * @param inputs the figures that it judged, by name, as plain text
 * @param thresholds that it judged them by
 * @param entries the events that it rests on; the first {@value RaiseRedFlag#MOST_ENTRIES} of them
 */
public record Hit(Map<String, String> inputs, Map<String, String> thresholds, List<String> entries) {

    /** Sorts and copies. */
    public Hit {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
        entries = List.copyOf(entries);
    }

    /** Rests on these events, without figures; says how many there are more than a flag can name. */
    static Hit on(Collection<String> entries) {
        List<String> all = List.copyOf(new LinkedHashSet<>(entries));
        int most = RaiseRedFlag.MOST_ENTRIES;
        Hit hit = new Hit(Map.of(), Map.of(), all.subList(0, Math.min(most, all.size())));
        return all.size() > most ? hit.with("entriesNotNamed", all.size() - most) : hit;
    }

    /** With one more figure. */
    Hit with(String name, Object value) {
        return new Hit(more(inputs, name, value), thresholds, entries);
    }

    /** With one more threshold. */
    Hit against(String name, Object value) {
        return new Hit(inputs, more(thresholds, name, value), entries);
    }

    private static Map<String, String> more(Map<String, String> map, String name, Object value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(name, value instanceof BigDecimal amount ? amount.toPlainString() : value.toString());
        return more;
    }
}
