package org.specialfund.ledger.core.fund;

import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * What an entrusted fund (受托资金) rests on: who entrusts the money, by which document, for how long and for what. Its term
 * is the fund's term and its purposes are the categories of the fund's first rules; later rules may only narrow them.
 */
final class Mandate {

    private Mandate() {}

    /** Refuses an entrusted fund without a whole mandate, and a regular one with any part of one. */
    static void check(EstablishFund c) {
        if (!c.kind().equals("entrusted")) {
            Guard.that(
                    c.mandate() == null && c.mandator() == null && c.mandatePurpose() == null,
                    () -> Refusal.of(FundRefusals.MANDATE_OF_REGULAR_FUND).with("fundCode", c.fundCode()));
            return;
        }
        List<String> missing = new ArrayList<>();
        note(c.mandator() == null, "mandator", missing);
        note(c.mandate() == null, "mandate", missing);
        note(c.mandatePurpose() == null, "mandatePurpose", missing);
        note(c.termTo() == null, "termTo", missing);
        note(c.categories().isEmpty(), "categories", missing);
        Guard.that(missing.isEmpty(), () -> Refusal.of(FundRefusals.MANDATE_INCOMPLETE)
                .with("fundCode", c.fundCode())
                .with("missing", String.join(", ", missing)));
    }

    /**
     * Refuses categories beyond those of the mandate.
     *
     * @param mandated none where the fund is regular, or older code did not ask
     */
    static void checkKeeps(List<String> mandated, List<String> categories) {
        if (mandated.isEmpty()) {
            return;
        }
        List<String> beyond = new ArrayList<>(categories);
        beyond.removeAll(mandated);
        Guard.that(!categories.isEmpty() && beyond.isEmpty(), () -> Refusal.of(FundRefusals.BEYOND_MANDATE)
                .with("categories", categories.isEmpty() ? "*" : String.join(", ", beyond))
                .with("mandated", String.join(", ", mandated)));
    }

    private static void note(boolean isMissing, String part, List<String> missing) {
        if (isMissing) {
            missing.add(part);
        }
    }
}
