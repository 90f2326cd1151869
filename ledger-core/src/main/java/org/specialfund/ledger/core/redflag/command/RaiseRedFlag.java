package org.specialfund.ledger.core.redflag.command;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Raises what a supervision rule found; the fields mean what they mean in the event. Nobody can give it over HTTP. */
@EventType("red-flag.raise")
public record RaiseRedFlag(
        String rule,
        int version,
        String subject,
        @Nullable String fundCode,
        @Nullable Integer year,
        Map<String, String> inputs,
        Map<String, String> thresholds,
        List<String> entries)
        implements LedgerCommand {

    /** How many events a flag names at most. */
    public static final int MOST_ENTRIES = 50;

    private static final int MOST_FIGURES = 20;

    /** Checks the form; sorts and copies. */
    public RaiseRedFlag {
        Form form = new Form()
                .code("rule", rule)
                .range("version", version, 1, 999)
                .text("subject", subject)
                .that(subject == null || subject.length() <= 200, "subject", "too-long")
                .optionalCode("fundCode", fundCode)
                .list("entries", entries, MOST_ENTRIES)
                .that(entries == null || entries.stream().allMatch(EventRef::isOne), "entries", "not-an-entry");
        check(form, "inputs", inputs);
        check(form, "thresholds", thresholds);
        form.check();
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
        entries = List.copyOf(entries);
    }

    private static void check(Form form, String field, Map<String, String> figures) {
        form.that(figures != null && figures.size() <= MOST_FIGURES, field, "too-long");
        if (figures != null) {
            figures.forEach((name, value) -> form.text(field, name).text(field, value));
        }
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.INSPECTOR, Role.AUDITOR, Role.ADMINISTRATOR);
    }
}
