package org.specialfund.ledger.core.reconciliation.command;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Explains items of a month that have no counterpart; a later word on the same item counts. */
@EventType("reconciliation.explain")
public record ExplainItems(String fundCode, int year, String month, List<Explanation> items) implements LedgerCommand {

    private static final int MOST = 1_000;
    private static final List<String> SIDES = List.of("ledger", "bank");
    private static final List<String> REASONS = List.of(
            "in-transit",
            "earlier-month",
            "bank-charge",
            "interest",
            "funding",
            "bank-error",
            "to-be-corrected",
            "not-recorded-yet",
            "other");

    /**
     * An explanation.
     *
     * @param side {@code ledger} or {@code bank}
     * @param item names it in the list of that side
     * @param reason one of {@code in-transit}, {@code earlier-month}, {@code bank-charge}, {@code interest}, {@code
     *     funding}, {@code bank-error}, {@code to-be-corrected}, {@code not-recorded-yet}, {@code other}
     * @param note needed with {@code other}; names no person
     */
    public record Explanation(
            String side,
            String item,
            String reason,
            @Nullable String note) {}

    /** Checks the form. */
    public ExplainItems {
        items = items == null ? List.of() : List.copyOf(items);
        Form form = MonthName.check(new Form(), fundCode, year, month).list("items", items, MOST);
        for (Explanation explained : items) {
            form.oneOf("items.side", explained.side(), SIDES)
                    .text("items.item", explained.item())
                    .oneOf("items.reason", explained.reason(), REASONS)
                    .optionalText("items.note", explained.note())
                    .that(!"other".equals(explained.reason()) || explained.note() != null, "items.note", "required");
        }
        form.that(
                items.stream()
                                .map(explained -> explained.side() + " " + explained.item())
                                .collect(Collectors.toSet())
                                .size()
                        == items.size(),
                "items",
                "repeated");
        form.check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK, Role.TREASURY);
    }
}
